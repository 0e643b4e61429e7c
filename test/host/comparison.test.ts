import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, RECORD_LANGUAGE, SCHEME } from '../../src/host/ids.js';
import { previewItems } from '../../src/host/compare/previewPick.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { eventually, extension, listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('After a comparison', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;
  let run: RememberedRun;
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
  const locations = (command: string, uri: vscode.Uri, position: vscode.Position) =>
    vscode.commands.executeCommand<vscode.Location[]>(command, uri, position);

  before(async () => {
    small = await smallCase('comparison');
    ({ heard, restore } = await listen());
    const argument = {
      suspect: small.suspect,
      originals: [small.originals, small.packed],
      skipPreview: true,
    };
    run = await vscode.commands.executeCommand<RememberedRun>(COMMANDS.compare, argument);
    assert.ok(run, heard.said.join('\n'));
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  it('progress was told and the run is remembered with its files', async () => {
    assert.ok(
      heard.reports.some((text) => text.includes('%')),
      heard.reports.join(),
    );
    assert.deepEqual((await extension()).services.run.get(), run);
    assert.deepEqual(run.suspects, [small.suspect]);
    assert.deepEqual([...run.originals].sort(), [small.originals, small.packed].sort());
  });

  it('the preview of one shows the response before its prompt', async () => {
    const { services } = await extension();
    const preview = await services.engine.call('preview', { path: small.originals });
    const side = { title: 'Originals', previews: [preview], files: 1, bytes: 1 };
    const detail = previewItems([side]).at(-1)?.detail ?? '';
    assert.ok(detail.startsWith(preview.first!.text.slice(0, 50)), detail);
    assert.ok(detail.endsWith('  ←  one'), detail);
  });

  it('lenses stand above the records that match, and only there', async () => {
    const document = await vscode.workspace.openTextDocument(small.suspect);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const titles = lenses.map((lens) => `${lens.range.start.line + 1} ${lens.command?.title ?? ''}`).sort();
    assert.deepEqual(titles, [
      '2 1 original matches · 100 %',
      '2 Original answers.jsonl:2',
      '3 1 original matches · 100 %',
      '3 Original older.jsonl.gz:2',
      '4 1 original matches · 100 %',
      '4 Original answers.jsonl:2',
    ]);
  });

  it('lenses on the original lead back', async () => {
    const document = await vscode.workspace.openTextDocument(small.originals);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    assert.deepEqual(
      lenses.map((lens) => `${lens.range.start.line + 1} ${lens.command?.title ?? ''}`),
      ['2 matched by 2 suspect records'],
    );
  });

  it('F12 leads to exactly the characters of the original response', async () => {
    const suspect = vscode.Uri.file(small.suspect);
    const [found, ...others] = await locations(
      'vscode.executeDefinitionProvider',
      suspect,
      new vscode.Position(1, 60),
    );
    assert.ok(found);
    assert.deepEqual(others, []);
    assert.equal(found.uri.fsPath, small.originals);
    const document = await vscode.workspace.openTextDocument(found.uri);
    assert.equal(document.getText(found.range), escaped(small.shared));
  });

  it('references of an original are the suspects that hold it', async () => {
    const original = vscode.Uri.file(small.originals);
    const found = await locations('vscode.executeReferenceProvider', original, new vscode.Position(1, 60));
    const document = await vscode.workspace.openTextDocument(small.suspect);
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [1, 3]);
    for (const { range } of found) assert.equal(document.getText(range), escaped(small.shared));
  });

  it('an original in a .gz file opens as a document of that record, response selected', async () => {
    const suspect = await vscode.window.showTextDocument(vscode.Uri.file(small.suspect));
    const there = new vscode.Position(2, 60);
    suspect.selection = new vscode.Selection(there, there);
    await vscode.commands.executeCommand(COMMANDS.jumpToOriginal);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.scheme, SCHEME, heard.said.join('\n'));
    const text = editor.document.getText(editor.selection);
    const lines = (await readFile(small.suspect, 'utf8')).split('\n');
    assert.equal(text, (JSON.parse(lines[2]!) as { output: string }).output);
  });

  it('the diff editor shows both responses under the names of their places', async () => {
    await vscode.commands.executeCommand(COMMANDS.openDiff, { finding: 0, index: 0 });
    const tab = await eventually('the diff editor', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputTextDiff),
    );
    assert.match(tab.label, /^suspect \[1\]\.jsonl:\d ↔ (answers\.jsonl|older\.jsonl\.gz):2$/);
    const { original, modified } = tab.input as vscode.TabInputTextDiff;
    const [left, right] = await Promise.all(
      [original, modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.equal(left?.getText(), right?.getText());
    assert.ok((left?.getText().length ?? 0) > 100);
    assert.deepEqual([left?.languageId, right?.languageId], [RECORD_LANGUAGE, RECORD_LANGUAGE]);
  });

  it('a record of no run is not read, whoever asks', async () => {
    const query = JSON.stringify({ path: '/etc/hostname.txt', record: 0, view: 'record' });
    const uri = vscode.Uri.from({ scheme: SCHEME, authority: 'record', path: '/x.txt', query });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /no record of the current run/);
  });

  it('a record that moved is found again', async () => {
    const document = await vscode.workspace.openTextDocument(small.originals);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '{"instruction":"new","output":"new"}\n\n');
    await vscode.workspace.applyEdit(edit);
    const suspect = vscode.Uri.file(small.suspect);
    const [found] = await locations('vscode.executeDefinitionProvider', suspect, new vscode.Position(1, 60));
    assert.ok(found);
    assert.equal(found.range.start.line, 3);
    assert.equal(document.getText(found.range), escaped(small.shared));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('an original that changed on disk is said to be stale', async () => {
    const text = await readFile(small.originals, 'utf8');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(small.originals, text.replaceAll('ba', 'xo'));
    const suspect = await vscode.window.showTextDocument(vscode.Uri.file(small.suspect));
    suspect.selection = new vscode.Selection(1, 60, 1, 60);
    heard.said.length = 0;
    await eventually('the changed file', async () => {
      const document = await vscode.workspace.openTextDocument(small.originals);
      return document.getText() !== text;
    });
    // On a loaded machine the editor may not have its selection yet when the command asks for it.
    await eventually('the sentence about the stale original', async () => {
      await vscode.commands.executeCommand(COMMANDS.jumpToOriginal);
      return heard.troubles.some((one) => one.includes('answers.jsonl changed since the comparison'));
    });
    await writeFile(small.originals, text);
  });
});
