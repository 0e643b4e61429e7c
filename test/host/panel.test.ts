import * as assert from 'node:assert/strict';
import { appendFile, rename } from 'node:fs/promises';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, PANEL_VIEW_TYPE } from '../../src/host/ids.js';
import { RunFiles } from '../../src/host/panel/runFiles.js';
import type { RememberedRun } from '../../src/host/run/currentRun.js';
import { eventually, extension, listen, pageOf } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('The panel', () => {
  let small: SmallCase;
  let restore: () => void;
  let run: RememberedRun;

  const view = async () => (await extension()).panels.view;
  const bare = () =>
    vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, 'restored', vscode.ViewColumn.Active, {
      enableScripts: true,
    });

  before(async () => {
    small = await smallCase('panel');
    ({ restore } = await listen());
    const argument = { suspect: small.suspect, originals: [small.originals], skipPreview: true };
    run = await vscode.commands.executeCommand<RememberedRun>(COMMANDS.compare, argument);
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  it('opens after a comparison, and its app asks for the run', async () => {
    const title = await eventually('the title that open() sets', async () => {
      const found = (await view())?.title;
      return found === 'Findings' ? undefined : found;
    });
    assert.equal(title, 'Findings: suspect [1].jsonl');
  });

  it('may load nothing but its own files, and keeps nothing when hidden', async () => {
    const found = await view();
    assert.ok(found);
    const html = pageOf(found.webview);
    assert.match(html, /default-src 'none'; script-src 'nonce-[\w+/=]{20,}'; style-src /);
    assert.doesNotMatch(html, /unsafe|https?:\/\/\*(?![.\w])|retain/);
    assert.ok(!found.options.retainContextWhenHidden);
    assert.equal(found.webview.options.localResourceRoots?.length, 2);
  });

  it('has a nonce of its own each time', async () => {
    const nonce = async () => /nonce-([^']+)/.exec(pageOf((await view())!.webview))?.[1];
    const first = await nonce();
    await vscode.commands.executeCommand(COMMANDS.showFindings);
    assert.notEqual(await nonce(), first);
  });

  it('opens again when it was closed', async () => {
    (await view())?.dispose();
    assert.equal(await view(), undefined);
    await vscode.commands.executeCommand(COMMANDS.showFindings);
    assert.ok(await view());
  });

  it('is restored from its state', async () => {
    const { panels } = await extension();
    const given = bare();
    await panels.deserializeWebviewPanel(given, { run: run.run, dir: run.dir });
    assert.equal(panels.view, given);
    assert.match(given.webview.html, /webview\.js/);
  });

  it('is told of the files of its run that change', async () => {
    const told: string[][] = [];
    const files = new RunFiles([small.suspect], (names) => told.push(names));
    try {
      await eventually('word of the change', async () => {
        await appendFile(small.suspect, '\n');
        return told.length > 0 || undefined;
      });
      assert.deepEqual(told, [['suspect [1].jsonl']]);
    } finally {
      files.dispose();
    }
  });

  it('says calmly that its run is gone', async () => {
    const { panels } = await extension();
    await rename(run.dir, `${run.dir}-away`);
    try {
      const given = bare();
      await panels.deserializeWebviewPanel(given, { run: run.run, dir: run.dir });
      assert.match(given.webview.html, /This run is no longer there/);
      assert.doesNotMatch(given.webview.html, /<script/);
    } finally {
      await rename(`${run.dir}-away`, run.dir);
    }
  });
});
