import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { Badges } from '../../src/host/editor/badges.js';
import { COMMANDS, PREFIX } from '../../src/host/ids.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { eventually, extension, listen, type Heard } from './support/extension.js';
import { words } from './support/texts.js';

/** Everything by which text could become more than text where Markdown is shown. */
const HOSTILE =
  '[click](command:workbench.action.quit) ![pixel](https://evil.example/p.png) <b onclick=x>bold</b> $(bug) ' +
  'https://evil.example/path **loud** `code` &lt;i&gt; \\[not escaped\\](command:x) | --- | # head';
const RESPONSE = `${HOSTILE} ${words(7).replaceAll('\n', ' ')}`;

describe('In the editor of a compared dataset', () => {
  let folder: string;
  let suspect: string;
  let original: string;
  let heard: Heard;
  let restore: () => void;
  let run: RememberedRun;
  const settings = () => vscode.workspace.getConfiguration(PREFIX);

  before(async () => {
    folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'surfaces');
    await mkdir(folder, { recursive: true });
    suspect = path.join(folder, 'suspect.jsonl');
    original = path.join(folder, 'answers [x](command:y).jsonl');
    const record = (instruction: string, output: string) => `${JSON.stringify({ instruction, output })}\n`;
    await writeFile(
      suspect,
      record('first?', words(300)) + record('<b>second</b>?', RESPONSE) + record('third?', 'x'),
    );
    await writeFile(original, record('p', RESPONSE) + record('q', words(301)));
    ({ heard, restore } = await listen());
    const argument = { suspect, originals: [original], skipPreview: true };
    run = await vscode.commands.executeCommand<RememberedRun>(COMMANDS.compare, argument);
    assert.ok(run, heard.said.join('\n'));
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  it('a hover tells kind, scores and the longest shared run; its text is only text, its links only ours', async () => {
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      vscode.Uri.file(suspect),
      new vscode.Position(1, 80),
    );
    const text = hover?.contents[0];
    assert.ok(text instanceof vscode.MarkdownString, 'no hover');
    // The prompt, with which the line begins, says the same: the response may be far to the right.
    const [onPrompt] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      vscode.Uri.file(suspect),
      new vscode.Position(1, 3),
    );
    assert.deepEqual(onPrompt?.contents[0], text);
    assert.equal(onPrompt.range?.start.character, 0);
    assert.match(text.value, /^\*\*Identical\*\* · 1 original matches/);
    assert.match(text.value, /Longest shared run\\, \d+ tokens/);
    const links = text.value.match(/(?<!\\)\]\(command:[^)]*\)/g) ?? [];
    assert.deepEqual(
      links.map((link) => decodeURIComponent(link)),
      [COMMANDS.showFindings, COMMANDS.jumpToOriginal, COMMANDS.openDiff].map(
        (command) => `](command:${command}?[{"finding":0,"index":0}])`,
      ),
    );
    assert.deepEqual(text.isTrusted, {
      enabledCommands: [COMMANDS.showFindings, COMMANDS.jumpToOriginal, COMMANDS.openDiff],
    });
    assert.ok(text.supportHtml !== true && text.supportThemeIcons !== true);
    const quoted = text.value.split('\n').filter((line) => line.startsWith('> '));
    assert.equal(quoted.length, 1);
    // Every mark that could begin a link, an image, code, HTML or a bare address is escaped.
    assert.ok(!/(?<!\\)[[\]()`*_<>!:#|]/.test(quoted[0]!.slice(2)), quoted[0]);
    assert.ok(!text.value.includes('answers [x]'), text.value);
  });

  it('records are listed as an outline, those with findings by their kind', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      vscode.Uri.file(suspect),
    );
    assert.deepEqual(
      symbols.map(({ name, detail, range }) => [name, detail, range.start.line, range.end.line]),
      [
        ['0 · first?', '', 0, 0],
        ['1 · <b>second</b>?', 'Identical', 1, 1],
        ['2 · third?', '', 2, 2],
      ],
    );
  });

  it('problems are listed only where they are asked for, as severe as was asked', async () => {
    const uri = vscode.Uri.file(suspect);
    const listed = () =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Distillation Evidence');
    assert.deepEqual(listed(), []);
    await settings().update('problems', 'information', true);
    const [problem, ...others] = await eventually('a problem', () =>
      listed().length > 0 ? listed() : undefined,
    );
    await settings().update('problems', undefined, true);
    assert.deepEqual(others, []);
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(problem!.range.start.line, 1);
    assert.match(problem!.message, /^Identical: 1 original matches, \d+ distinctive tokens shared$/);
    assert.equal(problem!.relatedInformation?.[0]?.location.uri.fsPath, original);
    await eventually('an empty list', () => listed().length === 0);
  });

  it('the explorer has a badge on the suspect, and on no other file', async () => {
    const badges = new Badges((await extension()).services);
    const badge = await badges.provideFileDecoration(vscode.Uri.file(suspect));
    assert.equal(badge?.badge, '1');
    assert.equal(badge.tooltip, '1 response shares text with originals');
    assert.equal(await badges.provideFileDecoration(vscode.Uri.file(original)), undefined);
    assert.equal(await badges.provideFileDecoration(vscode.Uri.parse(`untitled:${suspect}`)), undefined);
  });
});
