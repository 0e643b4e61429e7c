import * as assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, PREFIX, VIEW_COMMANDS } from '../../src/host/ids.js';
import { listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('An evidence bundle', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;
  let folder: string;
  const window = vscode.window as { showSaveDialog: unknown; showOpenDialog: unknown };
  const { showSaveDialog, showOpenDialog } = window;

  before(async () => {
    small = await smallCase('bundle');
    folder = await mkdtemp(path.join(os.tmpdir(), 'bundle-test-'));
    ({ heard, restore } = await listen());
    const argument = { suspect: small.suspect, originals: [small.originals], skipPreview: true };
    await vscode.commands.executeCommand(COMMANDS.compare, argument);
    const target = vscode.Uri.file(path.join(folder, 'evidence.zip'));
    window.showSaveDialog = () => Promise.resolve(target);
    window.showOpenDialog = () => Promise.resolve([target]);
  });
  after(async () => {
    Object.assign(window, { showSaveDialog, showOpenDialog });
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
    await small.remove();
  });

  it('is written only after a yes to all files in it', async () => {
    await vscode.commands.executeCommand(VIEW_COMMANDS.exportBundle);
    await assert.rejects(stat(path.join(folder, 'evidence.zip')));
    heard.confirms = true;
    await vscode.commands.executeCommand(VIEW_COMMANDS.exportBundle);
    assert.ok((await stat(path.join(folder, 'evidence.zip'))).size > 0);
    assert.ok(heard.said.some((text) => text.includes('files are in evidence.zip')));
  });

  it('is verified, and says of each check whether it agrees', async () => {
    await vscode.commands.executeCommand(VIEW_COMMANDS.verifyBundle);
    assert.ok(
      heard.said.includes('info: All agrees: the run was made again from these files, byte for byte.'),
    );
    const text = vscode.window.activeTextEditor!.document.getText();
    assert.match(text, /^agrees: Every match, score and passage is the same$/m);
    assert.doesNotMatch(text, /DIFFERS/);
  });

  for (const name of ['verifyBundle', 'testRun'] as const)
    it(`${name} keeps to the memory that the settings allow`, async () => {
      const settings = vscode.workspace.getConfiguration(PREFIX);
      await settings.update('memory', 100, vscode.ConfigurationTarget.Global);
      heard.said.length = 0;
      try {
        await vscode.commands.executeCommand(VIEW_COMMANDS[name]);
      } finally {
        await settings.update('memory', undefined, vscode.ConfigurationTarget.Global);
      }
      assert.match(heard.said.join('\n'), /memory is a whole number from 256 to 1048576, not "100"/);
    });
});
