import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { caseOfRun } from '../../src/io/case/paths.js';
import { COMMANDS, EDITOR_SETTINGS } from '../../src/host/ids.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { eventually, extension, listen } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

const NAME = 'Anna Müller';

describe('A review', () => {
  let small: SmallCase;
  let restore: () => void;
  let run: RememberedRun;
  const me = {};

  const setReviewer = (name: string | undefined) =>
    vscode.workspace
      .getConfiguration()
      .update(EDITOR_SETTINGS.reviewer, name, vscode.ConfigurationTarget.Global);
  const reviews = async () => (await extension()).services.reviews;
  const status = async () => (await extension()).status.item;

  before(async () => {
    small = await smallCase('review');
    ({ restore } = await listen());
    const argument = { suspect: small.suspect, originals: [small.originals], skipPreview: true };
    run = await vscode.commands.executeCommand<RememberedRun>(COMMANDS.compare, argument);
  });
  after(async () => {
    await setReviewer(undefined);
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  it('has a reviewer by git or the system, and another by the setting', async () => {
    await setReviewer(undefined);
    assert.notEqual(await (await reviews()).reviewer(), '');
    await setReviewer(NAME);
    await eventually('the name in the setting', async () => (await (await reviews()).reviewer()) === NAME);
  });

  it('records verdicts in the case folder, under that name', async () => {
    const { changed, progress } = await (
      await reviews()
    ).judge(run.dir, { findings: [0], verdict: 'confirmed' }, me);
    assert.equal(changed[0]?.state, 'confirmed');
    assert.equal(progress.reviewer, NAME);
    const file = path.join(caseOfRun(run.dir), 'verdicts', `${NAME}.jsonl`);
    const last = (await readFile(file, 'utf8')).trimEnd().split('\n').at(-1)!;
    const { verdict, reviewer } = JSON.parse(last) as Record<string, unknown>;
    assert.deepEqual([verdict, reviewer], ['confirmed', NAME]);
  });

  it('shows its progress in the status bar, where a click shows the findings', async () => {
    const { total, counts } = await (await reviews()).progress(run.dir);
    const item = await status();
    assert.equal(item.text, `$(checklist) ${total - counts.open} of ${total} judged`);
    assert.equal(item.command, COMMANDS.showFindings);
    assert.ok(typeof item.tooltip === 'string');
    assert.match(item.tooltip, /Review by Anna Müller: \d+ confirmed/);
  });

  it('takes the last step back, and says so everywhere', async () => {
    const heard: unknown[] = [];
    // The panel may read the progress meanwhile.
    const listening = (await reviews()).onDidChange(({ by }) => by !== undefined && heard.push(by));
    const { counts } = (await (await reviews()).undo(run.dir, me)).progress;
    listening.dispose();
    assert.equal(counts.confirmed, 0);
    assert.deepEqual(heard, [me]);
    assert.match((await status()).text, /^\$\(checklist\) 0 of/);
    await assert.rejects((await reviews()).undo(run.dir, me), /no verdict to undo/);
  });
});
