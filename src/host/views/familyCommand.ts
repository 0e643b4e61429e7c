/** Puts controls into a family: models of one kind are one source. */
import * as vscode from 'vscode';
import { cancelled } from '../../shared/failure.js';
import { isObject } from '../checks.js';
import { namedPaths } from '../inputs/arguments.js';
import type { RememberedInputs } from '../inputs/rememberedInputs.js';

/**
 * Puts the named controls into a family that is picked or typed; an argument with a `family` (empty for one of its
 * own) asks nothing. Throws the cancelled failure.
 */
export async function setFamily(inputs: RememberedInputs, ...named: readonly unknown[]): Promise<void> {
  const known = inputs.all();
  const paths = (namedPaths(named[0], named[1]) ?? []).filter((path) => known.includes(path));
  if (paths.length === 0) return;
  const [argument] = named;
  const given = isObject(argument) && typeof argument['family'] === 'string' ? argument['family'] : undefined;
  if (given !== undefined) return inputs.setFamily(paths, given.trim() === '' ? undefined : given.trim());
  const { members, name } = await ask(inputs, paths);
  await inputs.setFamily(members, name);
}

interface Answer {
  readonly members: readonly string[];
  readonly name: string | undefined;
}

async function ask(inputs: RememberedInputs, paths: readonly string[]): Promise<Answer> {
  const all = inputs.all();
  const families = inputs.families(all);
  const current = inputs.familyOf(paths[0]!);
  const item = (label: string, choose: () => Promise<Answer>) => ({ label, choose });
  const items = [
    ...families.map(({ name }) => item(name, () => Promise.resolve({ members: paths, name }))),
    item(vscode.l10n.t('$(add) New family…'), async () => ({ members: paths, name: await askName('') })),
    ...families
      .filter(({ name }) => name === current)
      .map(({ name, files }) =>
        item(vscode.l10n.t('$(edit) Rename {0}…', name), async () => ({
          members: files,
          name: await askName(name),
        })),
      ),
    item(vscode.l10n.t('A family of its own'), () => Promise.resolve({ members: paths, name: undefined })),
  ];
  const title = vscode.l10n.t('Which family? Models of one kind are one source.');
  const picked = await vscode.window.showQuickPick(items, { title });
  if (!picked) throw cancelled();
  return picked.choose();
}

async function askName(value: string): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the family'),
    value,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A family needs a name.') : undefined),
  });
  if (name === undefined) throw cancelled();
  return name.trim();
}
