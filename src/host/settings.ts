/** The settings of VS Code as parameters of a run. */
import * as vscode from 'vscode';
import { checked, MEMORY, numberIn, SETTING_NAMES, withSetting } from '../engine/settings.js';
import { Failure } from '../shared/failure.js';
import { DEFAULT_PARAMETERS, type Parameters } from '../shared/run.js';
import { ActionableFailure } from './fail.js';
import { MEMORY_SETTING, PREFIX } from './ids.js';

/** The settings that say where prompt and response are. */
export const FIELD_SETTINGS = SETTING_NAMES.filter((name) => /^(suspect|originals|controls)\./.test(name));

/** Returns the parameters that the settings for `resource` ask for; throws a failure that names the setting and what would be right. */
export function parametersFor(resource: vscode.Uri | undefined): Parameters {
  const configuration = vscode.workspace.getConfiguration(PREFIX, resource);
  return usable(() => {
    let parameters = DEFAULT_PARAMETERS;
    for (const name of SETTING_NAMES) {
      const value = textOf(configuration.get<unknown>(name));
      if (value !== '') parameters = withSetting(parameters, name, value);
    }
    return checked(parameters);
  });
}

/** Returns the megabytes that a comparison for `resource` may take; throws as `parametersFor` does. */
export function memoryFor(resource: vscode.Uri | undefined): number {
  const value = vscode.workspace.getConfiguration(undefined, resource).get<unknown>(MEMORY_SETTING);
  return usable(() => numberIn('memory', value === undefined ? '' : JSON.stringify(value), MEMORY));
}

/** What `read` makes of settings; a failure says that they cannot be used and opens them. */
function usable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new ActionableFailure(
      vscode.l10n.t('A setting of Distillation Evidence cannot be used: {0}', error.message),
      vscode.l10n.t('Open Settings'),
      () => openSettings(PREFIX),
    );
  }
}

/** A setting as a terminal would give it; "" if it is not set. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Opens the settings with `query` typed into their search. */
export function openSettings(query: string): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', query);
}

/** Opens the settings that say where prompt and response are. */
export function openFieldSettings(): Thenable<unknown> {
  return openSettings(FIELD_SETTINGS.map((name) => `@id:${PREFIX}.${name}`).join(' '));
}
