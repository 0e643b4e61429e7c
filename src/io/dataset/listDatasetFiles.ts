/** The dataset files behind the paths that a user named. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Skipped } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { accessFailure } from './accessFailure.js';
import { formatOfName, READABLE_ENDINGS, type NamedFormat } from './fileName.js';

export interface DatasetFile extends NamedFormat {
  /** Absolute. */
  readonly path: string;
  /** The user named the file itself, not a folder that holds it. */
  readonly named: boolean;
}

export interface DatasetFiles {
  /** In the order of the paths; a folder's files in code-unit order of their paths; each file once. */
  readonly files: readonly DatasetFile[];
  /** Files and folders in a folder that are not read, and why. */
  readonly skipped: readonly Skipped[];
}

const IGNORED_FOLDERS = new Set(['node_modules', '.git', '.distillation-evidence']);

/**
 * The dataset files at `paths`, each a file or a folder (read recursively; hidden files and folders are passed
 * over). Throws Failure('input') for a path that is gone, not readable, no dataset, or a folder without one.
 */
export async function listDatasetFiles(paths: readonly string[]): Promise<DatasetFiles> {
  const files = new Map<string, DatasetFile>();
  const skipped: Skipped[] = [];
  for (const named of paths) {
    const path = resolve(named);
    const found: DatasetFile[] = [];
    if (await isFolder(path)) {
      await listFolder(path, found, skipped);
      if (found.length === 0) {
        const hint = `Put files there that end in ${READABLE_ENDINGS}, or choose another folder.`;
        throw new Failure('input', `${path} holds no dataset file. ${hint}`);
      }
    } else found.push(namedFile(path));
    for (const file of found) if (!files.has(file.path)) files.set(file.path, file);
  }
  return { files: [...files.values()], skipped };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return true;
    if (stats.isFile()) return false;
  } catch (error) {
    throw accessFailure(path, error);
  }
  throw new Failure(
    'input',
    `${path} is neither a file nor a folder. Save the data to a file and choose that.`,
  );
}

function namedFile(path: string): DatasetFile {
  const format = formatOfName(basename(path));
  if (format) return { path, named: true, ...format };
  const remedy = `Files that end in ${READABLE_ENDINGS} can be read: convert it, or rename it if it is one of these.`;
  throw new Failure('input', `${path} is not a dataset file by its name. ${remedy}`);
}

async function listFolder(folder: string, files: DatasetFile[], skipped: Skipped[]): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw accessFailure(folder, error);
  }
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    try {
      if (entry.isDirectory()) {
        await listFolder(path, files, skipped);
        continue;
      }
      // Links to files are followed, links to folders are not: they may lead round in circles.
      const isFile = entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)));
      const format = isFile ? formatOfName(entry.name) : undefined;
      if (format) files.push({ path, named: false, ...format });
      else skipped.push({ path, reason: isFile ? 'not a dataset file by its name' : 'not a file' });
    } catch (error) {
      skipped.push({ path, reason: accessFailure(path, error).message });
    }
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
