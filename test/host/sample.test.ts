import * as assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { VIEW_COMMANDS } from '../../src/host/ids.js';
import { eventually, extension, listen, type Heard } from './support/extension.js';

describe('Compare the Sample Case', () => {
  let heard: Heard;
  let restore: () => void;

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    ({ heard, restore } = await listen());
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('compares a copy, shows it, and remembers none of its files as the user’s', async () => {
    const { services } = await extension();
    const { context, inputs } = services;
    const before = [inputs.original.all(), inputs.control.all()];
    await vscode.commands.executeCommand(VIEW_COMMANDS.compareSample);
    assert.deepEqual(heard.troubles, []);
    const folder = path.join(context.globalStorageUri.fsPath, 'sample');
    assert.deepEqual(services.run.get()?.suspects, [path.join(folder, 'suspect.jsonl')]);
    assert.deepEqual([inputs.original.all(), inputs.control.all()], before);
    const within = path.relative(context.globalStorageUri.fsPath, services.run.get()?.dir ?? '');
    assert.match(within, /^\.distillation-evidence[\\/]runs[\\/]/, 'no result of it lies in the workspace');
    await eventually('the tab of its findings', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview),
    );
  });
});
