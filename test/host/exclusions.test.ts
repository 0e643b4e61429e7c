import * as assert from 'node:assert/strict';
import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { caseOfRun } from '../../src/io/case/paths.js';
import { COMMANDS, VIEW_COMMANDS } from '../../src/host/ids.js';
import { excludeText } from '../../src/host/review/exclusions.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { eventually, extension, listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('A text excluded by hand', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;
  let run: RememberedRun;
  const window = vscode.window as { showQuickPick: unknown };
  const { showQuickPick } = window;

  before(async () => {
    small = await smallCase('exclusions');
    ({ heard, restore } = await listen());
    const argument = { suspect: small.suspect, originals: [small.originals], skipPreview: true };
    run = await vscode.commands.executeCommand<RememberedRun>(COMMANDS.compare, argument);
  });
  after(async () => {
    window.showQuickPick = showQuickPick;
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  const standing = async () => {
    const { services } = await extension();
    return (await services.engine.call('exclusions', { caseDir: caseOfRun(run.dir) })).standing;
  };

  it('is in the log of the case, and left out when the run is run again on the offer to', async () => {
    const { services } = await extension();
    heard.answer = 'Compare Again';
    await excludeText(services, run.dir, { text: small.shared, because: 'our own notice' });
    assert.deepEqual(
      (await standing()).map(({ text, because }) => [text, because]),
      [[small.shared, 'our own notice']],
    );
    const again = await eventually('another run', () => {
      const now = services.run.get();
      return now?.dir === run.dir ? undefined : now;
    });
    const { parameters, counts } = await services.engine.openRun(again.dir);
    assert.equal(parameters.excluded?.length, 1);
    assert.deepEqual([counts.identical, counts['too-little-evidence']], [0, 2]);
    heard.answer = undefined;
  });

  it('is listed, and counts again after a question, with both steps in the log', async () => {
    window.showQuickPick = (items: unknown[]) => Promise.resolve(items[0]);
    heard.confirms = true;
    await vscode.commands.executeCommand(VIEW_COMMANDS.showExclusions);
    assert.ok(heard.said.includes('confirm: Let this text count again?'));
    assert.deepEqual(await standing(), []);
    heard.said.length = 0;
    await vscode.commands.executeCommand(VIEW_COMMANDS.showExclusions);
    assert.deepEqual(heard.said, [
      'info: No text is excluded by hand. Select one in the panel of findings and press b.',
    ]);
  });

  it('a damaged line of the log is said after a comparison', async () => {
    const folder = path.join(caseOfRun(run.dir), 'exclusions');
    const log = (await readdir(folder)).find((name) => name.endsWith('.jsonl'));
    await appendFile(path.join(folder, log!), 'damaged\n');
    const argument = { suspect: small.suspect, originals: [small.originals], skipPreview: true };
    await vscode.commands.executeCommand(COMMANDS.compare, argument);
    assert.ok(
      heard.said.some((text) => text.startsWith('info: ') && text.includes(`${log}, line 3: `)),
      heard.said.join('\n'),
    );
  });
});
