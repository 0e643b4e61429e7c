/** The folder that holds the index: one folder for each dataset file and setting, with its parts. */
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { formatOfName } from '../dataset/fileName.js';
import type { IndexSettings } from './buildParts.js';

/** Changes whenever parts are made otherwise than before, so that old ones are not taken for new ones. */
const LAYOUT = 1;

/** Where the index lies unless it is told otherwise. */
export function defaultIndexDir(): string {
  const name = 'distillation-evidence';
  const { env, platform } = process;
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local'), name, 'index');
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', name, 'index');
  const cache = env['XDG_CACHE_HOME'];
  // An empty variable is as good as none (XDG Base Directory Specification).
  return path.join(
    cache === undefined || cache === '' ? path.join(os.homedir(), '.cache') : cache,
    name,
    'index',
  );
}

/** The folder of one dataset file's parts: by its bytes, and by all that changes what is made of them. */
export function partsDir(indexDir: string, file: string, sha256: string, settings: IndexSettings): string {
  const named = formatOfName(path.basename(file))?.format ?? '';
  const unicode = process.versions['unicode'] ?? '';
  const made = JSON.stringify([
    LAYOUT,
    named,
    unicode,
    settings.normalise,
    settings.shape ?? null,
    settings.prompts,
  ]);
  const key = createHash('sha256').update(made).digest('hex').slice(0, 16);
  return path.join(indexDir, `${sha256}-${key}`);
}

export interface IndexEntry {
  /** SHA-256 of the dataset file. */
  readonly sha256: string;
  readonly dir: string;
  readonly bytes: number;
  readonly parts: number;
  /** Milliseconds since 1970 of the last change. */
  readonly changed: number;
}

const ENTRY = /^([0-9a-f]{64})-[0-9a-f]{16}$/;

/** What lies in the folder; empty if there is none. */
export async function listIndex(indexDir: string): Promise<IndexEntry[]> {
  const names = await readdir(indexDir).catch(() => []);
  const entries = names.sort().flatMap((name) => {
    const sha256 = ENTRY.exec(name)?.[1];
    return sha256 === undefined ? [] : [{ sha256, dir: path.join(indexDir, name) }];
  });
  return Promise.all(
    entries.map(async (entry) => {
      const files = await readdir(entry.dir);
      const stats = await Promise.all(files.map((file) => stat(path.join(entry.dir, file))));
      return {
        ...entry,
        bytes: stats.reduce((sum, { size }) => sum + size, 0),
        parts: files.filter((file) => file.endsWith('.part')).length,
        changed: Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs)),
      };
    }),
  );
}

/** Removes all entries, and nothing else that may lie in the folder; returns what was removed. */
export async function clearIndex(indexDir: string): Promise<IndexEntry[]> {
  const entries = await listIndex(indexDir);
  for (const { dir } of entries) await rm(dir, { recursive: true, force: true });
  return entries;
}
