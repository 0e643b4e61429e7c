/**
 * Which dataset files an entry of the index was used for: to name the entry for people, and to know a file again
 * without reading it. Says nothing that a comparison relies on: that goes by the file's bytes.
 */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../makeFolder.js';
import { temporaryName } from '../temporary.js';

export interface Source {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970 of the file's last change. */
  readonly modified: number;
}

const NAME = 'sources.json';
/** Files of equal bytes that are remembered for one entry. */
const KEPT = 8;

/** Notes that the parts in `dir` have just served for `file`. */
export async function noteUse(dir: string, file: string): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const others = (await readSources(dir)).filter((source) => source.path !== file);
  const sources: Source[] = [{ path: file, bytes: size, modified: mtimeMs }, ...others];
  const target = path.join(dir, NAME);
  const temporary = temporaryName(target);
  try {
    await makeFolder(dir);
    await writeFile(temporary, JSON.stringify(sources.slice(0, KEPT)));
    await rename(temporary, target);
  } catch {
    // Nothing depends on the note: an index that cannot be written says so when its parts are.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** The files that the parts in `dir` served for, the last one first. */
export async function readSources(dir: string): Promise<Source[]> {
  try {
    const value = JSON.parse(await readFile(path.join(dir, NAME), 'utf8')) as unknown;
    return Array.isArray(value) ? value.filter(isSource) : [];
  } catch {
    return [];
  }
}

function isSource(value: unknown): value is Source {
  if (typeof value !== 'object' || value === null) return false;
  const { path: file, bytes, modified } = value as Record<string, unknown>;
  return typeof file === 'string' && typeof bytes === 'number' && typeof modified === 'number';
}
