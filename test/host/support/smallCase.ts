/** A small case, written into a folder of the workspace. */
import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { gzipSync } from 'node:zlib';
import { words } from './texts.js';

export interface SmallCase {
  readonly folder: string;
  readonly suspect: string;
  readonly originals: string;
  readonly packed: string;
  /** Response of the original on line 2, which suspects on lines 2 and 4 hold. */
  readonly shared: string;
  remove(): Promise<void>;
}

const line = (prompt: string, output: string) => JSON.stringify({ instruction: prompt, output });

/** Suspect line 2 is original line 2, line 3 that of the packed file, line 4 again original line 2; line 1 and 5 are nobody's. */
export async function smallCase(name: string): Promise<SmallCase> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  assert.ok(root, 'no workspace folder');
  const folder = path.join(root, name);
  await mkdir(folder, { recursive: true });
  const shared = words(2);
  const packedText = words(30);
  const suspects = [words(100), shared, packedText, shared, words(101)];
  const files = {
    suspect: path.join(folder, 'suspect [1].jsonl'),
    originals: path.join(folder, 'answers.jsonl'),
    packed: path.join(folder, 'older.jsonl.gz'),
  };
  await writeFile(files.suspect, suspects.map((text, i) => `${line(`ask ${i}`, text)}\n`).join(''));
  await writeFile(
    files.originals,
    `${line('one', words(1))}\n${line('two', shared)}\n${line('three', words(3))}\n`,
  );
  await writeFile(files.packed, gzipSync(`${line('four', words(4))}\n${line('five', packedText)}\n`));
  return { folder, ...files, shared, remove: () => rm(folder, { recursive: true, force: true }) };
}
