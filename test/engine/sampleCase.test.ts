import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../src/engine/compare.js';
import type { CompareResult } from '../../src/shared/engineCalls.js';
import type { Match } from '../../src/shared/match.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { HOOKS, linesOf, matchesOf } from './smallCase.js';

interface Place {
  readonly path: string;
  readonly record: number;
}
interface Truth {
  readonly suspect: string;
  readonly originals: readonly string[];
  readonly controls: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly records: readonly {
    readonly record: number;
    readonly line: number;
    readonly done: string;
    readonly from: readonly Place[];
    readonly says: string;
    readonly kind?: string;
    readonly flags?: readonly string[];
  }[];
}

const CASE = path.resolve('samples/case');
const truth = JSON.parse(await readFile(path.join(CASE, 'truth.json'), 'utf8')) as Truth;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))));

async function run(suspect: string): Promise<CompareResult> {
  const caseDir = await mkdtemp(path.join(tmpdir(), 'sample-case-'));
  folders.push(caseDir);
  return compare(
    {
      kind: 'dataset',
      suspects: [path.join(CASE, suspect)],
      originals: truth.originals.map((each) => path.join(CASE, each)),
      caseDir,
      indexDir: path.join(caseDir, 'index'),
      parameters: DEFAULT_PARAMETERS,
    },
    HOOKS,
  );
}

describe('the sample case', () => {
  let result: CompareResult;
  let matches: Match[];
  let skipped: Place[];
  beforeAll(async () => {
    result = await run(truth.suspect);
    matches = await matchesOf(result);
    skipped = await linesOf<Place>(path.join(result.dir, 'skipped.jsonl'));
  });

  it('gives the counts that its truth expects', () => {
    const { none, ...counts } = truth.counts;
    expect(result.manifest.counts).toMatchObject(counts);
    expect(truth.records.filter((each) => each.says === 'none')).toHaveLength(none!);
  });

  it.each(truth.records.map((each) => [each.line, each.done, each] as const))(
    'says of line %i (%s) what its truth says',
    (_, __, expected) => {
      const found = matches.filter((match) => match.suspect.record === expected.record);
      const [best] = found;
      const unread = skipped.some((each) => each.record === expected.record);
      const nothing = unread ? 'skipped' : 'none';
      const says = best === undefined ? nothing : best.reported ? best.kind : 'too-little-evidence';
      expect(says).toBe(expected.says);
      if (expected.kind !== undefined) expect(best?.kind).toBe(expected.kind);
      const from = found.map(({ original }) => `${path.basename(original.path)} ${original.record}`).sort();
      expect(from).toEqual(expected.from.map((each) => `${path.basename(each.path)} ${each.record}`).sort());
      expect(best?.flags ?? []).toEqual(expected.flags ?? []);
      if (best) expect(best.suspect.line).toBe(expected.line);
    },
  );

  it.each(truth.controls)('finds nothing in %s, whose answers are independent', async (control) => {
    const { manifest } = await run(control);
    expect(manifest.counts).toMatchObject({
      responses: 30,
      identical: 0,
      normalised: 0,
      'near-duplicate': 0,
      partial: 0,
    });
  });
});
