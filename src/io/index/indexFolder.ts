/** The folder that holds the index: one folder for each dataset file and setting, with its parts. */
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { formatOfName } from '../dataset/fileName.js';
import type { IndexEntry } from '../../shared/originalsIndex.js';
import type { IndexSettings } from './buildParts.js';
import { readMeta } from './partFile.js';
import { readSources } from './sources.js';

/** Changes whenever parts are made otherwise than before, so that old ones are not taken for new ones. */
const LAYOUT = 5;

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

const ENTRY = /^([0-9a-f]{64})-[0-9a-f]{16}$/;

/** What lies in the folder, the entry that was used last first; empty if there is none. */
export async function listIndex(indexDir: string): Promise<IndexEntry[]> {
  const names = await readdir(indexDir).catch(() => []);
  const entries = await Promise.all(
    names.flatMap((name) => {
      const sha256 = ENTRY.exec(name)?.[1];
      return sha256 === undefined ? [] : [entryIn(path.join(indexDir, name), sha256)];
    }),
  );
  return entries
    .filter((entry) => entry !== undefined)
    .sort((a, b) => b.lastUsed - a.lastUsed || (a.dir < b.dir ? -1 : 1));
}

/** Another process may remove the entry meanwhile: then there is none. */
async function entryIn(dir: string, sha256: string): Promise<IndexEntry | undefined> {
  const names = await readdir(dir).catch(() => undefined);
  if (!names) return undefined;
  const stats = await Promise.all(names.map((name) => stat(path.join(dir, name)).catch(() => undefined)));
  const parts = names.filter((name) => name.endsWith('.part'));
  return {
    sha256,
    dir,
    bytes: stats.reduce((sum, one) => sum + (one?.size ?? 0), 0),
    parts: parts.length,
    responses: parts.reduce((sum, name) => sum + (readMeta(path.join(dir, name))?.rows ?? 0), 0),
    files: (await readSources(dir)).map((source) => source.path),
    lastUsed: Math.max(0, ...stats.map((one) => one?.mtimeMs ?? 0)),
  };
}

/**
 * Removes these entries, or all, and nothing else that may lie in the folder; returns what was removed. A comparison
 * that is using them in another process makes them again.
 */
export async function clearIndex(indexDir: string, only?: readonly string[]): Promise<IndexEntry[]> {
  const all = await listIndex(indexDir);
  const entries = only ? all.filter(({ dir }) => only.includes(dir)) : all;
  for (const { dir } of entries) await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  return entries;
}
