/** Compares what was skipped in a bundle's run with what is skipped now, line by line in their order. */
import path from 'node:path';
import { linesOf } from '../../io/bundle/pages.js';
import type { Skipped } from '../../shared/dataset.js';
import type { RunManifest } from '../../shared/run.js';

interface SkippedDifferences {
  /** The first. */
  readonly differences: readonly string[];
  /** Lines of the run on what is not in the bundle: a folder held it beside the files, and it could not be read. */
  readonly elsewhere: number;
}

/** How the skipped records of the bundle's files differ, in the run folder `before` and in that made again. Throws Failure('input'). */
export async function skippedDifferences(
  { inputs }: RunManifest,
  before: string,
  after: string,
): Promise<SkippedDifferences> {
  const known = new Set(inputs.map((input) => input.path));
  const differences: string[] = [];
  let elsewhere = 0;
  const now = skippedIn(after);
  try {
    for await (const line of skippedIn(before)) {
      if (!isOf(known, line)) elsewhere++;
      else if (differences.length === 0) {
        const { value: is } = await now.next();
        if (is !== line) differences.push(`${line} then, ${is ?? 'nothing'} now`);
      }
    }
    const { value: more } = await now.next();
    if (more !== undefined && differences.length === 0) differences.push(`nothing then, ${more} now`);
    return { differences, elsewhere };
  } finally {
    await now.return(undefined);
  }
}

async function* skippedIn(runDir: string): AsyncGenerator<string, undefined> {
  for await (const line of linesOf(path.join(runDir, 'skipped.jsonl'))) yield line.toString();
}

/** Also of a line that nobody wrote as such, so that it is seen. */
function isOf(known: ReadonlySet<string>, line: string): boolean {
  try {
    return known.has((JSON.parse(line) as Skipped).path);
  } catch {
    return true;
  }
}
