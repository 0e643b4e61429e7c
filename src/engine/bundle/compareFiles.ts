/** Compares files of a bundle with those that were made again, whatever their size. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pagesOf } from '../../io/bundle/pages.js';
import { accessFailure } from '../../io/dataset/accessFailure.js';
import { hashFile } from '../../io/index/hashFile.js';
import type { Pace } from '../pace.js';
import { errorCode } from '../../io/errorCode.js';

/** How the file `name` of one folder differs from that of the other; in neither is no difference. Throws Failure('input') where one cannot be read. */
export async function fileDifferences(
  name: string,
  then: string,
  now: string,
  pace: Pace,
): Promise<readonly string[]> {
  const [before, after] = [path.join(then, name), path.join(now, name)];
  const [wasThere, isThere] = [await exists(before), await exists(after)];
  if (wasThere !== isThere) return [`${name} is there only ${wasThere ? 'in the bundle' : 'now'}`];
  if (!wasThere) return [];
  const breathe = () => pace.breathe();
  if ((await hashFile(before, breathe)) === (await hashFile(after, breathe))) return [];
  return [`${name} differs from line ${await firstDifference(before, after, pace)} on`];
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw accessFailure(file, error);
  }
}

/** The 1-based line of the first byte that is not the same. */
async function firstDifference(then: string, now: string, pace: Pace): Promise<number> {
  const [before, after] = [pagesOf(then), pagesOf(now)];
  let line = 1;
  try {
    for (;;) {
      const [{ value: left = EMPTY }, { value: right = EMPTY }] = [await before.next(), await after.next()];
      for (let at = 0; at < left.length; at++) {
        if (left[at] !== right[at]) return line;
        if (left[at] === LINE_END) line++;
      }
      if (left.length !== right.length || left.length === 0) return line;
      await pace.breathe();
    }
  } finally {
    await Promise.all([before.return(undefined), after.return(undefined)]);
  }
}

const EMPTY = Buffer.alloc(0);
const LINE_END = 10;
