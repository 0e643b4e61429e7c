import * as assert from 'node:assert/strict';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, PREFIX } from '../../src/host/ids.js';
import { listen, type Heard } from './support/extension.js';
import { smallCase, type SmallCase } from './support/smallCase.js';

describe('Comparing what cannot be compared', () => {
  let small: SmallCase;
  let heard: Heard;
  let restore: () => void;

  before(async () => (small = await smallCase('bad')));
  after(() => small.remove());
  beforeEach(async () => ({ heard, restore } = await listen()));
  afterEach(() => restore());

  const compare = async (suspect: string, originals: readonly string[]): Promise<string> => {
    await vscode.commands.executeCommand(COMMANDS.compare, { suspect, originals, skipPreview: true });
    return heard.troubles.join('\n');
  };
  const file = async (name: string, text: string): Promise<string> => {
    const place = path.join(small.folder, name);
    await writeFile(place, text);
    return place;
  };

  it('says that a file is gone', async () => {
    const gone = path.join(small.folder, 'gone.jsonl');
    assert.match(await compare(gone, [small.originals]), /gone\.jsonl is not there any more\. Choose/);
  });

  it('says that originals are gone', async () => {
    assert.match(await compare(small.suspect, [path.join(small.folder, 'old')]), /old is not there any more/);
  });

  it('says that a file is no dataset, and which are', async () => {
    const picture = await file('picture.png', 'x');
    assert.match(await compare(picture, [small.originals]), /picture\.png is not a dataset file.*\.jsonl/);
  });

  it('says that originals are empty', async () => {
    const empty = await file('empty.jsonl', '');
    assert.match(await compare(small.suspect, [empty]), /empty\.jsonl/);
  });

  it('says that there is no response', async () => {
    const numbers = await file('numbers.jsonl', '{"a":1}\n{"a":2}\n');
    assert.match(await compare(small.suspect, [numbers]), /[Nn]o response/);
  });

  it('says that the suspect is the only original', async () => {
    assert.match(await compare(small.suspect, [small.suspect]), /both the suspect and the only original/);
  });

  it('says that a suspect among originals was left out, and compares with the rest', async () => {
    const folder = path.join(small.folder, 'both');
    await mkdir(folder);
    await copyFile(small.originals, path.join(folder, 'answers.jsonl'));
    const suspect = path.join(folder, 'suspect.jsonl');
    await copyFile(small.suspect, suspect);
    assert.equal(await compare(suspect, [folder]), '');
    assert.match(heard.said.join('\n'), /info: .*is the suspect itself and was left out/);
  });

  for (const { name, value, right } of [
    { name: 'memory', value: 100, right: /memory is a whole number from 256 to 1048576, not "100"/ },
    { name: 'shingleSize', value: 2.5, right: /shingleSize is a whole number from 2 to 20/ },
  ])
    it(`says that ${name} is wrong and what would be right`, async () => {
      const settings = vscode.workspace.getConfiguration(PREFIX);
      await settings.update(name, value, vscode.ConfigurationTarget.Global);
      try {
        assert.match(await compare(small.suspect, [small.originals]), right);
      } finally {
        await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
      }
    });

  it('leaves nothing behind when it is cancelled', async () => {
    const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const runs = async () => readdir(path.join(root, '.distillation-evidence', 'runs')).catch(() => []);
    const earlier = await runs();
    heard.onReport = (controller) => controller.abort();
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `{"instruction":"${i}","output":"${'word '.repeat(20)}${i}"}`,
    );
    const big = await file('big.jsonl', many.join('\n'));
    assert.equal(await compare(big, [small.originals]), '');
    assert.deepEqual(heard.said, ['status: Cancelled.']);
    assert.deepEqual(await runs(), earlier);
  });
});
