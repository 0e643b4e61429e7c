import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/host/ids.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import type { Match } from '../../src/shared/match.js';
import type { RunManifest } from '../../src/shared/run.js';
import { extension, listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';
import { words } from './support/texts.js';

describe('The smaller comparisons', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;

  before(async () => {
    small = await smallCase('others');
    ({ heard, restore } = await listen());
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  /** Runs a command on the originals; returns the manifest and the matches that it wrote. */
  async function run(
    command: string,
    more: object = {},
  ): Promise<{ manifest: RunManifest; matches: Match[] }> {
    const argument = { originals: [small.originals], skipPreview: true, ...more };
    const done = await vscode.commands.executeCommand<RememberedRun | undefined>(command, argument);
    assert.ok(done, heard.said.join('\n'));
    const manifest = JSON.parse(await readFile(path.join(done.dir, 'run.json'), 'utf8')) as RunManifest;
    const lines = (await readFile(path.join(done.dir, 'matches.jsonl'), 'utf8')).split('\n').filter(Boolean);
    return { manifest, matches: lines.map((line) => JSON.parse(line) as Match) };
  }

  it('the record at the cursor is compared alone', async () => {
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(small.suspect));
    editor.selection = new vscode.Selection(3, 20, 3, 20);
    const { manifest, matches } = await run(COMMANDS.compareRecord);
    assert.equal(manifest.counts.responses, 1);
    assert.deepEqual(
      matches.map((match) => [match.suspect.record, match.kind, match.original.record]),
      [[3, 'identical', 1]],
    );
  });

  it('selected text of any editor is compared as one response', async () => {
    const document = await vscode.workspace.openTextDocument({ content: `Before.\n${small.shared}\nAfter.` });
    const editor = await vscode.window.showTextDocument(document);
    const start = document.positionAt('Before.\n'.length);
    const end = document.positionAt('Before.\n'.length + small.shared.length);
    editor.selection = new vscode.Selection(start, end);
    const { manifest, matches } = await run(COMMANDS.compareSelection);
    assert.equal(manifest.counts.responses, 1);
    assert.deepEqual(
      matches.map((match) => [match.kind, match.original.record]),
      [['identical', 1]],
    );
  });

  it('two files of model outputs are paired by prompt, and the run says which kind it is', async () => {
    const theirs = path.join(small.folder, 'theirs.jsonl');
    const answer = (instruction: string, output: string) => `${JSON.stringify({ instruction, output })}\n`;
    await writeFile(theirs, answer('Two', small.shared) + answer('nobody asked', small.shared));
    const { manifest, matches } = await run(COMMANDS.compareOutputs, { suspect: theirs });
    assert.equal(manifest.kind, 'outputs');
    assert.equal(manifest.counts.unpaired, 1);
    assert.deepEqual(
      matches.map((match) => [match.suspect.record, match.kind]),
      [[0, 'identical']],
    );
  });

  it('controls that the workspace remembers are compared the same way', async () => {
    const control = path.join(small.folder, 'independent.jsonl');
    await writeFile(control, `${JSON.stringify({ instruction: 'ask 0', output: words(500) })}\n`);
    const remembered = (await extension()).services.inputs.control;
    await remembered.choose([control]);
    try {
      const { manifest } = await run(COMMANDS.compare, { suspect: small.suspect });
      const controls = manifest.inputs.filter((input) => input.role === 'control');
      assert.deepEqual(
        controls.map((input) => path.basename(input.path)),
        ['independent.jsonl'],
      );
      assert.equal(manifest.counts.chance?.sources, 1);
      const without = await run(COMMANDS.compare, { suspect: small.suspect, controls: [] });
      assert.equal(without.manifest.counts.chance, undefined);
    } finally {
      await remembered.choose([]);
      await remembered.remove(control);
    }
  });

  it('nothing selected is said, not compared', async () => {
    const document = await vscode.workspace.openTextDocument({ content: '   ' });
    await vscode.window.showTextDocument(document);
    heard.said.length = 0;
    await vscode.commands.executeCommand(COMMANDS.compareSelection, {
      originals: [small.originals],
      skipPreview: true,
    });
    assert.match(heard.said.join(), /Nothing is selected/);
  });
});
