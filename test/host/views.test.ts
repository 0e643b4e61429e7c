import * as assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, VIEW_COMMANDS } from '../../src/host/ids.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { InputDrop } from '../../src/host/views/inputDrop.js';
import { eventually, extension, listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

const text = (value: vscode.TreeItem['tooltip']) =>
  typeof value === 'string' ? value : (value?.value ?? '');
const { executeCommand } = vscode.commands;

describe('The views of the activity bar', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;
  let run: RememberedRun;

  before(async () => {
    small = await smallCase('views');
    ({ heard, restore } = await listen());
    const { services } = await extension();
    for (const role of ['original', 'control'] as const) await services.inputs[role].choose([]);
    for (const file of services.inputs.original.all()) await services.inputs.original.remove(file);
    run = await compare([small.originals]);
  });
  after(async () => {
    restore();
    await executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  const compare = (originals: readonly string[]) =>
    executeCommand<RememberedRun>(COMMANDS.compare, { suspect: small.suspect, originals, skipPreview: true });

  it('originals show size, records and that they are indexed, and can be left out', async () => {
    const { views, services } = await extension();
    await executeCommand(VIEW_COMMANDS.addOriginals, [small.packed]);
    const item = async (file: string) => {
      const node = (await views.originals.getChildren()).find((one) => one.path === file);
      return node && views.originals.getTreeItem(node);
    };
    const indexed = await eventually('facts of the originals', async () => {
      const found = await item(small.originals);
      return found?.description === undefined ? undefined : found;
    });
    assert.match(String(indexed.description), /^3 records · [\d.]+ k?B · indexed$/);
    assert.match(String((await item(small.packed))?.description), /not indexed yet$/);
    assert.ok(services.inputs.original.chosen().includes(small.packed));
    await services.inputs.original.setChosen(small.packed, false);
    assert.equal((await item(small.packed))?.checkboxState instanceof Object, true);
    assert.ok(!services.inputs.original.chosen().includes(small.packed));
    await executeCommand(VIEW_COMMANDS.indexOriginals, [small.packed]);
    await eventually('the index of the packed file', async () =>
      String((await item(small.packed))?.description).endsWith(' · indexed'),
    );
    await executeCommand(VIEW_COMMANDS.removeOriginal, { path: small.packed });
    assert.equal(await item(small.packed), undefined);
    assert.ok(await stat(small.packed), 'the file itself stays');
  });

  it('what is dropped is added; what is no dataset is refused by name; a control is no original', async () => {
    const { views, services } = await extension();
    const { inputs } = services;
    const note = path.join(small.folder, 'notes.pdf');
    await writeFile(note, 'no dataset');
    const data = new vscode.DataTransfer();
    const dropped = [small.packed, note].map((file) => vscode.Uri.file(file).toString());
    data.set(
      'text/uri-list',
      new vscode.DataTransferItem([...dropped, 'https://example.org/x'].join('\r\n')),
    );
    const added: string[] = [];
    await new InputDrop((paths) => Promise.resolve(added.push(...paths))).handleDrop(undefined, data);
    assert.deepEqual(added, [small.packed, note]);
    await executeCommand(VIEW_COMMANDS.addOriginals, added);
    assert.ok(inputs.original.all().includes(small.packed));
    assert.ok(!inputs.original.all().includes(note));
    assert.match(heard.troubles.at(-1) ?? '', /^notes\.pdf was not added/);
    await executeCommand(VIEW_COMMANDS.addControls, [small.packed]);
    assert.deepEqual(inputs.control.all(), [small.packed]);
    assert.ok(!inputs.original.all().includes(small.packed));
    const control = await eventually('facts of the control', async () => {
      const [node] = await views.controls.getChildren();
      const item = node && views.controls.getTreeItem(node);
      return item?.description === undefined ? undefined : item;
    });
    assert.match(String(control.description), /^(\d+ records? · )?[\d.]+ k?B$/, 'controls are never indexed');
    assert.doesNotMatch(text(control.tooltip), /Index/);
    await executeCommand(VIEW_COMMANDS.removeControl, { path: small.packed });
  });

  it('findings stand under their kinds and open in the panel', async () => {
    const { views, panels } = await extension();
    const groups = await views.findings.getChildren();
    const labels = groups.map((group) => views.findings.getTreeItem(group));
    assert.deepEqual(
      labels.map(({ label, description }) => [label, description]),
      [['Identical', '2']],
    );
    const rows = await views.findings.getChildren(groups[0]);
    const [first] = rows.map((row) => views.findings.getTreeItem(row));
    assert.equal(rows.length, 2);
    assert.ok(typeof first?.label === 'string' && first.label.length <= 40, 'no room for score and verdict');
    assert.match(String(first.description), /· suspect \[1\]\.jsonl:[24]$/);
    assert.deepEqual(first.command?.arguments, [{ finding: 0, index: 0 }]);
    await executeCommand(first.command.command, ...(first.command.arguments as unknown[]));
    assert.ok(panels.view);
  });

  it('findings are grouped by file or verdict, which is remembered; rows and lenses say the verdict at once', async () => {
    const { views, services } = await extension();
    const { findings } = views;
    const groups = async () =>
      (await findings.getChildren())
        .map((group) => findings.getTreeItem(group))
        .map(({ label, description }) => [label, description]);
    const lens = async () =>
      (
        await executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          vscode.Uri.file(small.suspect),
          100,
        )
      ).map(({ command }) => command?.title ?? '');
    await vscode.window.showTextDocument(vscode.Uri.file(small.suspect));
    await executeCommand(VIEW_COMMANDS.groupFindings, 'file');
    assert.deepEqual(await groups(), [[path.join('views', 'suspect [1].jsonl').replaceAll('\\', '/'), '2']]);
    await executeCommand(VIEW_COMMANDS.groupFindings, 'verdict');
    assert.deepEqual(await groups(), [['Open', '2']]);
    assert.ok(!(await lens()).some((title) => title.endsWith('confirmed')));
    let fired = 0;
    const listening = findings.onDidChangeTreeData(() => fired++);
    await services.reviews.judge(run.dir, { findings: [0], verdict: 'confirmed' }, { any: 'view' });
    await eventually('the tree to be told', () => fired > 0);
    listening.dispose();
    assert.deepEqual(await groups(), [
      ['Open', '1'],
      ['Confirmed', '1'],
    ]);
    const [, confirmed] = await findings.getChildren();
    const [row] = await findings.getChildren(confirmed);
    assert.match(String(findings.getTreeItem(row!).description), / · confirmed$/);
    assert.ok((await lens()).some((title) => /^1 original matches · 100 % · confirmed$/.test(title)));
    await services.reviews.undo(run.dir, { any: 'view' });
    await executeCommand(VIEW_COMMANDS.groupFindings, 'kind');
    assert.deepEqual(await groups(), [['Identical', '2']]);
  });

  it('text of a dataset in a tooltip is no link, image, command or HTML', async () => {
    const hostile =
      '[open](command:workbench.action.quit) ![x](https://evil.example/a.png) <img src=x> $(alert) https://evil.example `a` &lt;';
    const { plain } = await import('../../src/host/views/markdown.js');
    const shown = plain(hostile);
    assert.ok(!/(^|[^\\])[[\]()!`:$]/.test(shown), shown);
    assert.ok(!shown.includes('<img'), shown);
    const { views } = await extension();
    const [group] = await views.findings.getChildren();
    const rows = await views.findings.getChildren(group);
    const { tooltip } = views.findings.getTreeItem(rows[0]!);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(
      tooltip.isTrusted !== true && tooltip.supportHtml !== true && tooltip.supportThemeIcons !== true,
    );
  });

  it('rows that are asked late for the run before are its own', async () => {
    const { findings } = (await extension()).views;
    const [before] = await findings.getChildren();
    await compare([small.originals, small.packed]);
    assert.equal((await findings.getChildren(before)).length, 2);
    const [now] = await findings.getChildren();
    assert.equal((await findings.getChildren(now)).length, 3);
  });

  it('two runs are compared: what is new leads to its finding', async () => {
    const { views, services } = await extension();
    const second = await compare([small.originals, small.packed]);
    const runs = await views.runs.getChildren();
    const [later, earlier] = [second.dir, run.dir].map((dir) => runs.find((one) => one.dir === dir)!);
    await executeCommand(VIEW_COMMANDS.compareRuns, later, [later, earlier]);
    const groups = views.differences.getChildren();
    assert.deepEqual(
      groups
        .map((group) => views.differences.getTreeItem(group))
        .map((item) => [item.label, item.description]),
      [
        ['New', '1'],
        ['Gone', '0'],
        ['Changed', '0'],
        // Two records with one text and different prompts are two pairs.
        ['Unchanged', '2'],
      ],
      heard.said.join('\n'),
    );
    const [added] = views.differences.getChildren(groups[0]);
    const item = views.differences.getTreeItem(added!);
    assert.equal(item.label, 'suspect [1].jsonl:3');
    assert.match(String(item.description), /older\.jsonl\.gz:2/);
    await executeCommand(VIEW_COMMANDS.openRun, earlier);
    assert.equal(services.run.get()?.dir, run.dir);
    await executeCommand(item.command!.command, ...(item.command!.arguments as unknown[]));
    assert.equal(services.run.get()?.dir, second.dir);
    await executeCommand(VIEW_COMMANDS.closeDifference);
    assert.deepEqual(views.differences.getChildren(), []);
  });

  it('a setting that cannot be used is said by the trees of inputs', async () => {
    const { views } = await extension();
    const settings = vscode.workspace.getConfiguration('distillationEvidence');
    heard.said.length = 0;
    await settings.update('originals.prompt', 'ask', true);
    try {
      await views.originals.getChildren();
      await eventually('word of the setting', () =>
        heard.troubles.some((text) => text.startsWith('A setting of Distillation Evidence cannot be used')),
      );
    } finally {
      await settings.update('originals.prompt', undefined, true);
    }
  });

  it('a damaged run is listed as such, and a run is deleted only after a yes', async () => {
    const { views, services, panels } = await extension();
    const damaged = path.join(path.dirname(run.dir), 'feedfeedfeedfeed');
    await mkdir(damaged, { recursive: true });
    await writeFile(path.join(damaged, 'run.json'), '{');
    const listed = (await views.runs.getChildren()).find(({ dir }) => dir === damaged);
    assert.ok(listed);
    const item = views.runs.getTreeItem(listed);
    assert.equal(item.contextValue, 'run.damaged');
    assert.match(text(item.tooltip), /cannot be read/);
    await executeCommand(VIEW_COMMANDS.deleteRun, listed);
    assert.ok(await stat(damaged), 'deleted without a yes');
    heard.confirms = true;
    await executeCommand(VIEW_COMMANDS.deleteRun, listed);
    await assert.rejects(stat(damaged));
    const current = services.run.get()!;
    const shown = (await views.runs.getChildren()).find(({ dir }) => dir === current.dir)!;
    await executeCommand(VIEW_COMMANDS.openRun, shown);
    assert.ok(panels.view);
    await executeCommand(VIEW_COMMANDS.deleteRun, shown);
    await assert.rejects(stat(current.dir));
    assert.equal(services.run.get(), undefined);
    assert.equal(panels.view, undefined, 'a panel is left of a run that is gone');
    heard.confirms = false;
  });

  it('a run is run again with its own parameters', async () => {
    const { views } = await extension();
    const listed = async () => (await views.runs.getChildren()).filter(({ dir }) => dir === run.dir);
    const [left] = await listed();
    assert.ok(left && 'counts' in left);
    const settings = vscode.workspace.getConfiguration('distillationEvidence');
    await settings.update('passageToll', 12, true);
    await executeCommand(VIEW_COMMANDS.rerun, left);
    await settings.update('passageToll', undefined, true);
    const [again] = await listed();
    assert.ok(again && 'counts' in again);
    assert.notEqual(again.started, left.started);
    assert.deepEqual(again.parameters, left.parameters);
  });

  it('a run is tested with planted copies, and its panel is told', async () => {
    const { views, services } = await extension();
    const listed = (await views.runs.getChildren()).find(({ dir }) => dir === run.dir)!;
    await executeCommand(VIEW_COMMANDS.testRun, listed);
    const planted = await services.engine.call('planted', { run: await services.engine.opened(run.dir) });
    assert.ok(planted && planted.originals > 0);
    assert.ok(planted.shares.some(({ edit, found }) => edit === 'unchanged' && found > 0));
    assert.ok(await stat(path.join(run.dir, 'planted.json')));
  });

  it('a report of a run is written where it was asked for', async () => {
    const { views } = await extension();
    const listed = (await views.runs.getChildren()).find(({ dir }) => dir === run.dir)!;
    const out = path.join(small.folder, 'report.html');
    const done = await executeCommand(VIEW_COMMANDS.exportReport, listed, { format: 'html', out });
    assert.deepEqual(done, { out, findings: run.found, leftOut: 0 });
    const page = await readFile(out, 'utf8');
    // Quotes are escaped and line breaks are paragraphs: the words before the first of either stand as they are.
    const [words] = small.shared.split('"');
    assert.ok(page.startsWith('<!doctype html>'));
    assert.ok(page.includes(words!.trim()));
  });

  it('format and place of a report are asked for; without an answer nothing is written', async () => {
    const { views } = await extension();
    const listed = (await views.runs.getChildren()).find(({ dir }) => dir === run.dir)!;
    const window = vscode.window as { showQuickPick: unknown; showSaveDialog: unknown };
    const { showQuickPick, showSaveDialog } = window;
    const out = path.join(small.folder, 'asked.csv');
    const offered: string[] = [];
    const saved: vscode.SaveDialogOptions[] = [];
    let [format, place]: [string | undefined, vscode.Uri | undefined] = ['CSV', undefined];
    window.showQuickPick = (items: readonly vscode.QuickPickItem[]) => {
      offered.push(...items.map(({ label }) => label));
      return Promise.resolve(items.find(({ label }) => label === format));
    };
    window.showSaveDialog = (options: vscode.SaveDialogOptions) => {
      saved.push(options);
      return Promise.resolve(place);
    };
    try {
      await executeCommand(VIEW_COMMANDS.exportReport, listed);
      await assert.rejects(stat(out));
      assert.deepEqual(offered, ['HTML', 'CSV', 'JSONL', 'SARIF']);
      assert.deepEqual(saved[0]?.filters, { CSV: ['csv'] });
      assert.equal(path.basename(saved[0].defaultUri!.fsPath), `report-${path.basename(run.dir)}.csv`);
      place = vscode.Uri.file(out);
      const done = await executeCommand(VIEW_COMMANDS.exportReport, listed);
      assert.deepEqual(done, { out, findings: run.found, leftOut: 0 });
      assert.match(await readFile(out, 'utf8'), /^\ufeff?\w+,/);
      await eventually('an offer to open it', () => heard.said.some((said) => said.includes('asked.csv')));
      format = undefined;
      await executeCommand(VIEW_COMMANDS.exportReport, listed);
      assert.equal(saved.length, 2);
    } finally {
      Object.assign(window, { showQuickPick, showSaveDialog });
    }
  });
});
