import * as assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, INPUT_SETTINGS, VIEW_COMMANDS } from '../../src/host/ids.js';
import { namedInputs } from '../../src/host/inputs/namedInputs.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { extension, listen } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

const { executeCommand } = vscode.commands;

describe('Templates and public texts', () => {
  let small: SmallCase;
  let restore: () => void;
  let licence: string;
  let published: string;

  before(async () => {
    small = await smallCase('named');
    ({ restore } = await listen());
    licence = path.join(small.folder, 'licence.txt');
    published = path.join(small.folder, 'published.jsonl');
    await writeFile(licence, 'Permission is granted to copy this text and to give it to anybody.');
    await writeFile(published, `${JSON.stringify({ instruction: 'ask', output: 'A text of its own.' })}\n`);
  });
  after(async () => {
    for (const setting of Object.values(INPUT_SETTINGS))
      for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.Global])
        await vscode.workspace
          .getConfiguration()
          .update(setting, undefined, target)
          .then(undefined, () => 0);
    restore();
    await executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  it('are added by command, shown under their headings, used by the next comparison, and removed', async () => {
    const { named } = (await extension()).views;
    assert.deepEqual(named.getChildren(), []);
    await executeCommand(VIEW_COMMANDS.addTemplates, [licence]);
    await executeCommand(VIEW_COMMANDS.addPublicTexts, [published]);
    assert.deepEqual(named.getChildren(), [{ role: 'templates' }, { role: 'publicTexts' }]);
    const rows = named.getChildren({ role: 'templates' });
    assert.deepEqual(rows, [{ role: 'templates', path: licence }]);
    assert.equal((await named.getTreeItem(rows[0]!)).label, 'licence.txt');

    const run = await executeCommand<RememberedRun>(COMMANDS.compare, {
      suspect: small.suspect,
      originals: [small.originals],
      controls: [],
      skipPreview: true,
    });
    const one = (await (await extension()).views.runs.getChildren()).find(({ dir }) => dir === run.dir);
    assert.ok(one && 'templates' in one);
    assert.deepEqual([one.templates, one.publicTexts], [[licence], [published]]);

    await executeCommand(VIEW_COMMANDS.removeNamed, rows[0]);
    assert.deepEqual(namedInputs('templates'), []);
    assert.deepEqual(namedInputs('publicTexts'), [published]);
  });

  it('are no originals: a template that is one would explain all its copies', async () => {
    const { original } = (await extension()).services.inputs;
    await original.add([small.originals]);
    await executeCommand(VIEW_COMMANDS.addTemplates, [small.originals]);
    assert.deepEqual(namedInputs('templates'), []);
    await original.remove(small.originals);
  });
});
