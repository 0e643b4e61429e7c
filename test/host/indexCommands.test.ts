import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, VIEW_COMMANDS } from '../../src/host/ids.js';
import { indexFolder } from '../../src/host/originalsIndex/indexFolder.js';
import { extension, listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('The index commands', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;

  before(async () => {
    small = await smallCase('index');
    ({ heard, restore } = await listen());
    await compare();
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await small.remove();
  });

  const compare = () =>
    vscode.commands.executeCommand(COMMANDS.compare, {
      suspect: small.suspect,
      originals: [small.originals],
      skipPreview: true,
    });
  const entries = async () => {
    const { engine, context } = (await extension()).services;
    return engine.call('listIndex', { indexDir: indexFolder(context) });
  };

  it('know what is indexed, by its file', async () => {
    const found = (await entries()).find(({ files }) => files.includes(small.originals));
    assert.ok(found);
    assert.equal(found.responses, 3);
    assert.ok(found.bytes > 0 && Date.now() - found.lastUsed < 600_000);
  });

  it('clear nothing without a yes, and everything with it; the next comparison makes it again', async () => {
    await vscode.commands.executeCommand(VIEW_COMMANDS.clearIndex);
    assert.ok((await entries()).length > 0, 'cleared without a yes');
    heard.confirms = true;
    await vscode.commands.executeCommand(VIEW_COMMANDS.clearIndex);
    heard.confirms = false;
    assert.deepEqual(await entries(), []);
    await compare();
    assert.equal((await entries()).length, 1);
  });

  it('refuse to clear while this window compares', async () => {
    heard.confirms = true;
    let cleared: Thenable<unknown> | undefined;
    heard.onReport = () => {
      cleared ??= vscode.commands.executeCommand(VIEW_COMMANDS.clearIndex);
    };
    await compare();
    heard.onReport = undefined;
    heard.confirms = false;
    assert.ok(cleared, 'nothing was reported');
    await cleared;
    assert.match(heard.troubles.at(-1) ?? '', /^The index is in use by a comparison in this window/);
    assert.equal((await entries()).length, 1);
  });
});
