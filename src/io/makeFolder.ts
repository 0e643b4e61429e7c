/** Makes a folder with those above it. */
import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './errorCode.js';

/**
 * Resolves when the folder is there; throws what the file system says. Node's own recursive `mkdir` never ends where
 * nothing can be made in a folder that is there, as in /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (!hasNoParent(error, folder)) throw error;
    await makeFolder(path.dirname(folder));
    // Another process may be as fast.
    await mkdir(folder).catch(async (again: unknown) => {
      if (!(await isFolder(folder))) throw again;
    });
  }
}

async function isFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** {@link makeFolder} for what writes without waiting. */
export function makeFolderSync(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    if (!hasNoParent(error, folder)) throw error;
    makeFolderSync(path.dirname(folder));
    makeOne(folder);
  }
}

/** Another thread may be as fast. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function hasNoParent(error: unknown, folder: string): boolean {
  return errorCode(error) === 'ENOENT' && path.dirname(folder) !== folder;
}
