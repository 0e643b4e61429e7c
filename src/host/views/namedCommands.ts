/** What can be done with templates and public texts in their tree. */
import path from 'node:path';
import * as vscode from 'vscode';
import { isObject } from '../checks.js';
import { namedPaths } from '../inputs/arguments.js';
import { NAMED_ROLES, nameInputs, unnameInputs, type NamedRole } from '../inputs/namedInputs.js';
import { pickWhat } from '../inputs/pickFiles.js';
import type { Services } from '../services.js';

/** Adds what was named, or files or folders that the user picks. */
export async function addNamed(services: Services, role: NamedRole, named: unknown): Promise<void> {
  const title =
    role === 'templates'
      ? vscode.l10n.t('Choose templates: boilerplate, licences, documentation that anybody may use')
      : vscode.l10n.t('Choose public texts: published datasets that findings may have come from');
  const label =
    role === 'templates' ? vscode.l10n.t('Add to Templates') : vscode.l10n.t('Add to Public Texts');
  const paths = namedPaths(named, undefined) ?? (await pickWhat(title, label));
  const { original, control } = services.inputs;
  // What explains everything that it is a copy of must be no copy of ours.
  const other = paths.filter((file) => original.all().includes(file) || control.all().includes(file));
  for (const file of other)
    void services.messages.warn(
      vscode.l10n.t('{0} was not added: it is among the originals or the controls.', path.basename(file)),
    );
  const good = paths.filter((file) => !other.includes(file));
  if (good.length > 0) await nameInputs(role, good);
}

/** Forgets the rows `node` and `selected` of the tree; the files stay where they are. */
export async function removeNamed(node: unknown, selected: unknown): Promise<void> {
  const nodes = Array.isArray(selected) && selected.length > 0 ? (selected as unknown[]) : [node];
  for (const role of NAMED_ROLES) {
    const paths = nodes.flatMap((one) =>
      isObject(one) && one['role'] === role && typeof one['path'] === 'string' ? [one['path']] : [],
    );
    if (paths.length > 0) await unnameInputs(role, paths);
  }
}
