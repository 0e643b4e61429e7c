/** A bundle as one file. Written without times, so that the same bundle is the same bytes. */
import { Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import { closeSync, openSync, writeSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolderSync } from '../makeFolder.js';
import { Failure } from '../../shared/failure.js';
import { LIMITS } from '../dataset/limits.js';
import { pagesOf } from './pages.js';
import { leadsOut } from './sums.js';

/** What the fields of the format hold without its extension for large files. */
const MOST = 2 ** 32 - 1;
const NO_TIME = '1980-01-01T00:00:00';

/**
 * Packs files of `dir`, named with `/`, into the new file `target`. `onBytes` is told how many were read so far, and may
 * throw to stop. Throws Failure('usage') where they are more than a .zip holds.
 */
export async function writeZip(
  dir: string,
  files: readonly string[],
  target: string,
  onBytes: (bytes: number) => Promise<void>,
): Promise<void> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(dir, file))).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST)
    throw new Failure('usage', 'A .zip holds at most 4 GB. Name a folder instead, without “.zip”.');
  const out = await open(target, 'wx');
  try {
    const waiting: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      waiting.push(chunk);
    });
    const flush = async () => {
      for (const chunk of waiting.splice(0)) await out.appendFile(chunk);
    };
    let done = 0;
    for (const file of files) {
      const entry = new ZipDeflate(file, { level: 6 });
      entry.mtime = NO_TIME;
      zip.add(entry);
      for await (const page of pagesOf(path.join(dir, file))) {
        entry.push(page);
        await flush();
        await onBytes((done += page.length));
      }
      entry.push(new Uint8Array(0), true);
    }
    zip.end();
    await flush();
  } finally {
    await out.close();
  }
}

/**
 * Unpacks `file` into the folder `dir`. Throws Failure('input') where it is no .zip, holds a path that leads out of the
 * folder or the same one twice, or unpacks to more than a dataset file may.
 */
export async function readZip(
  file: string,
  dir: string,
  onBytes: (bytes: number) => Promise<void>,
): Promise<void> {
  const refuse = (reason: string): never => {
    throw new Failure('input', `${file} cannot be unpacked: ${reason}.`);
  };
  let packed = 0;
  let unpacked = 0;
  let entries = 0;
  /** The file that is being written. */
  let writing: number | undefined;
  const close = () => {
    if (writing !== undefined) closeSync(writing);
    writing = undefined;
  };
  const unzip = new Unzip((entry) => {
    entries++;
    if (entry.name.endsWith('/')) return;
    if (leadsOut(entry.name) || entry.name.includes('\0'))
      refuse(`it holds the path ${JSON.stringify(entry.name)}`);
    const to = path.join(dir, ...entry.name.split('/'));
    makeFolderSync(path.dirname(to));
    const target = (writing = openSync(to, 'wx'));
    entry.ondata = (error, chunk, last) => {
      if (error) refuse(error.message);
      unpacked += chunk.length;
      if (unpacked > LIMITS.ratioFreeBytes && unpacked > LIMITS.ratio * packed)
        refuse('it unpacks to too much');
      writeSync(target, chunk);
      if (last) close();
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const page of pagesOf(file)) {
      packed += page.length;
      unzip.push(page);
      await onBytes(packed);
    }
    unzip.push(new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof Failure) throw error;
    refuse(error instanceof Error ? error.message : String(error));
  } finally {
    close();
  }
  if (entries === 0) refuse('it is no .zip, or an empty one');
}
