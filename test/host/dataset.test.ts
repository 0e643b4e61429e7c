import * as assert from 'node:assert/strict';
import { copyFile, mkdir, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { DatasetEditor } from '../../src/host/dataset/datasetEditor.js';
import { COMMANDS, TABLE_VIEW_TYPES } from '../../src/host/ids.js';
import { eventually, extension, listen, pageOf, type Heard } from './support/extension.js';
import { words } from './support/texts.js';

const FIXTURE = path.join(
  vscode.extensions.getExtension('distillation-evidence.distillation-evidence')!.extensionPath,
  'test/io/dataset/fixtures/rows.parquet',
);

describe('The dataset editor', () => {
  let folder: string;
  let heard: Heard;
  let restore: () => void;
  let jsonl: string;
  let parquet: string;

  const line = (i: number) => `${JSON.stringify({ instruction: `ask ${i}`, output: words(700 + i) })}\n`;
  const editorOf = async (file: string): Promise<DatasetEditor | undefined> =>
    (await extension()).tables.open.find(({ document }) => document.uri.fsPath === file);
  const activeTab = () => vscode.window.tabGroups.activeTabGroup.activeTab;

  before(async () => {
    folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'tables');
    await mkdir(folder, { recursive: true });
    jsonl = path.join(folder, 'suspect [2].jsonl');
    parquet = path.join(folder, 'rows.parquet');
    await writeFile(jsonl, Array.from({ length: 300 }, (_, i) => line(i)).join(''));
    await copyFile(FIXTURE, parquet);
    ({ heard, restore } = await listen());
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(async () => {
    restore();
    await rm(folder, { recursive: true, force: true });
  });

  it('is what a Parquet file opens in', async () => {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(parquet));
    const editor = await eventually('the editor', () => editorOf(parquet));
    const input: unknown = activeTab()?.input;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, TABLE_VIEW_TYPES.parquet);
    assert.deepEqual((await editor.document.open()).size.records, 25);
  });

  it('is a choice for other dataset files, by a command', async () => {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(jsonl));
    assert.ok(activeTab()?.input instanceof vscode.TabInputText);
    await vscode.commands.executeCommand(COMMANDS.openTable, vscode.Uri.file(jsonl));
    const editor = await eventually('the editor', () => editorOf(jsonl));
    const rows = await editor.document.call('tableRows', { records: [299, 300, 301, 302, 303] });
    assert.deepEqual(
      rows.map(({ record, line: number, prompt }) => [record, number, prompt]),
      [[299, 300, 'ask 299']],
    );
  });

  it('may load nothing but its own files, and keeps nothing when hidden', async () => {
    await vscode.commands.executeCommand(COMMANDS.openTable, vscode.Uri.file(jsonl));
    const { view } = await eventually('the editor', () => editorOf(jsonl));
    const html = pageOf(view.webview);
    assert.match(html, /default-src 'none'; script-src 'nonce-[\w+/=]{20,}'; style-src /);
    assert.match(html, /dataset\.js/);
    assert.doesNotMatch(html, /unsafe|https?:\/\/\*(?![.\w])/);
    assert.ok(!view.options.retainContextWhenHidden);
    assert.equal(view.webview.options.localResourceRoots?.length, 2);
  });

  it('says that its file changed on disk, and closes the file with its last editor', async () => {
    const file = path.join(folder, 'changing [a].jsonl');
    await writeFile(file, line(1));
    await vscode.commands.executeCommand(COMMANDS.openTable, vscode.Uri.file(file));
    const editor = await eventually('the editor', () => editorOf(file));
    await editor.document.open();
    let changes = 0;
    editor.document.onDidChange(() => changes++);
    await writeFile(file, line(1) + line(2));
    await eventually('the change', () => changes > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('the closed file', async () => !(await openFiles()).includes(file));
    assert.equal(await editorOf(file), undefined);
  });

  it('shows the record of a finding where VS Code shows no text of the file', async () => {
    const originals = path.join(folder, 'answers.jsonl');
    // Row 21 of the fixture.
    const [row] = await (await documentOf(parquet)).call('tableRows', { records: [21] });
    const { fields } = await (await documentOf(parquet)).call('tableRecord', { record: 21 });
    const response = fields.find(({ part }) => part === 'answer')!;
    assert.ok(row!.response.length > 0);
    await writeFile(originals, `${JSON.stringify({ prompt: 'elsewhere', response: response.text })}\n`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const argument = { suspect: parquet, originals: [originals], skipPreview: true };
    assert.ok(await vscode.commands.executeCommand(COMMANDS.compare, argument), heard.said.join('\n'));
    await vscode.commands.executeCommand(COMMANDS.jumpToSuspect, { finding: 0 });
    const editor = await eventually('the editor', () => editorOf(parquet));
    const run = await editor.document.run();
    assert.ok(run);
    const { records } = await editor.document.call('tableFindings', { run, reviewer: 'Anna' });
    assert.deepEqual(records, [21]);
  });

  it('says which files it can show', async () => {
    const picture = path.join(folder, 'picture.png');
    await writeFile(picture, 'x');
    await vscode.commands.executeCommand(COMMANDS.openTable, vscode.Uri.file(picture));
    assert.match(heard.troubles.at(-1) ?? '', /Open a dataset file first/);
  });

  async function documentOf(file: string): Promise<DatasetEditor['document']> {
    if (!(await editorOf(file)))
      await vscode.commands.executeCommand(COMMANDS.openTable, vscode.Uri.file(file));
    return (await eventually('the editor', () => editorOf(file))).document;
  }
});

/** The files that this process has open, where the system tells. */
async function openFiles(): Promise<string[]> {
  const names = await readdir('/proc/self/fd').catch(() => []);
  return Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
}
