import * as assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, VIEW_COMMANDS } from '../../src/host/ids.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { extension, listen } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';
import { words } from './support/texts.js';

const { executeCommand } = vscode.commands;

describe('Families of controls', () => {
  let small: SmallCase;
  let restore: () => void;
  let controls: string[];

  before(async () => {
    small = await smallCase('families');
    ({ restore } = await listen());
    controls = ['north-7b.jsonl', 'north-70b.jsonl', 'harbour.jsonl'].map((name) =>
      path.join(small.folder, name),
    );
    for (const [at, control] of controls.entries())
      await writeFile(control, `${JSON.stringify({ instruction: 'ask 0', output: words(600 + at) })}\n`);
    await (await extension()).services.inputs.control.choose(controls);
  });
  after(async () => {
    const { control } = (await extension()).services.inputs;
    for (const file of controls) await control.remove(file);
    restore();
    await executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  it('are shown in the tree, used by a comparison, and kept by the run that is run again', async () => {
    const { services, views } = await extension();
    const { control } = services.inputs;
    for (const file of controls.slice(0, 2))
      await executeCommand(VIEW_COMMANDS.setFamily, { path: file, family: 'north' });
    const nodes = (await views.controls.getChildren()).filter((node) => node.path === controls[0]);
    assert.match(String(views.controls.getTreeItem(nodes[0]!).description), /^family north/);

    const run = await executeCommand<RememberedRun>(COMMANDS.compare, {
      suspect: small.suspect,
      originals: [small.originals],
      skipPreview: true,
    });
    const listed = async () => {
      const one = (await views.runs.getChildren()).find(({ dir }) => dir === run.dir);
      assert.ok(one && 'counts' in one);
      return one;
    };
    assert.equal((await listed()).counts.chance?.families, 2);
    assert.deepEqual(
      (await listed()).families.map(({ name, files }) => [name, [...files].sort()]),
      [['north', controls.slice(0, 2).sort()]],
    );

    await control.setFamily(controls, undefined);
    assert.deepEqual(control.families(controls), []);
    const before = await listed();
    await executeCommand(VIEW_COMMANDS.rerun, before);
    const again = await listed();
    assert.notEqual(again.started, before.started);
    assert.deepEqual(again.families, before.families);
  });
});
