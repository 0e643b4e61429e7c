import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/host/ids.js';
import { listen, type Heard } from './support/extension.js';
import { words } from './support/texts.js';

/** Each original is laid out differently; its second record (or only one) is what the suspect holds. */
const LAYOUTS: Record<
  string,
  { write: (filler: string, text: string) => string; decode: (source: string) => string }
> = {
  'bom.jsonl': { write: (f, t) => `\ufeff${row(f)}\r\n${row(t)}\r\n`, decode: json },
  'cr.jsonl': {
    write: (f, t) =>
      `{\r"instruction":"q",\r"output":${JSON.stringify(f)}}\n{"instruction":"q",\r"output":${JSON.stringify(t)}}\n`,
    decode: json,
  },
  'pretty.json': {
    write: (f, t) => `\ufeff${JSON.stringify([record(f), record(t)], undefined, 2)}`,
    decode: json,
  },
  'compact.json': {
    write: (f, t) => JSON.stringify({ version: 1, data: [record(f), record(t)] }),
    decode: json,
  },
  'escaped.jsonl': {
    write: (f, t) =>
      `${row(f)}\n${row(t).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
    decode: json,
  },
  'quoted.csv': {
    write: (f, t) => `instruction,output\n"q, é","${doubled(f)}"\nq2,"${doubled(t)}"\n`,
    decode: (s) => s.replaceAll('""', '"'),
  },
  'plain.txt': { write: (_f, t) => t, decode: (s) => s },
};

function record(output: string): object {
  return { instruction: 'q', output };
}
function row(output: string): string {
  return JSON.stringify(record(output));
}
function json(source: string): string {
  return JSON.parse(`"${source}"`) as string;
}
function doubled(text: string): string {
  return text.replaceAll('"', '""');
}

describe('F12 selects the response and nothing else', () => {
  let heard: Heard;
  let restore: () => void;
  let folder: string;
  let suspect: string;
  const names = Object.keys(LAYOUTS);
  const text = (i: number) => words(500 + i);

  before(async () => {
    folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'formats');
    await mkdir(folder, { recursive: true });
    suspect = path.join(folder, 'suspect.jsonl');
    await writeFile(suspect, names.map((_, i) => `${row(text(i))}\n`).join(''));
    for (const [i, name] of names.entries()) {
      await writeFile(path.join(folder, name), LAYOUTS[name]!.write(words(900 + i), text(i)));
    }
    ({ heard, restore } = await listen());
    const originals = names.map((name) => path.join(folder, name));
    const run = await vscode.commands.executeCommand(COMMANDS.compare, {
      suspect,
      originals,
      skipPreview: true,
    });
    assert.ok(run, heard.said.join('\n'));
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  for (const [i, name] of names.entries()) {
    it(`in ${name}`, async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        vscode.Uri.file(suspect),
        new vscode.Position(i, 60),
      );
      const there = found.find(({ uri }) => path.basename(uri.fsPath) === name);
      assert.ok(there, `found ${found.map(({ uri }) => uri.fsPath).join()}`);
      const document = await vscode.workspace.openTextDocument(there.uri);
      assert.equal(LAYOUTS[name]!.decode(document.getText(there.range)), text(i));
    });
  }
});
