import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { facets } from '../../src/engine/facets.js';
import { findingRows, groupHeadings, listFindings } from '../../src/engine/findingList.js';
import { histogram } from '../../src/engine/histogram.js';
import { OpenRuns } from '../../src/engine/openRuns.js';
import { Pace } from '../../src/engine/pace.js';
import { CaseReviews } from '../../src/engine/review/caseReviews.js';
import { NO_FILTER, type FindingQuery, type ScoreName } from '../../src/shared/findingQuery.js';
import type { Progress } from '../../src/shared/run.js';
import { KINDS } from '../../src/shared/match.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;
const NOTICE =
  'This assistant is a service of the northern harbour office and answers in the name of its keepers, who may read along and correct what it says.';

const pace = new Pace(HOOKS);
const runs = new OpenRuns();
afterEach(() => runs.close());

/** Two copies of one text, a changed copy, and three texts that share a notice only. */
async function opened() {
  const folder = await folderWith({
    'originals/a.jsonl': [
      { prompt: 'tides?', response: tides, account: 'north', time: 1, date: '2024-05-01' },
      { prompt: 'who?', response: `${NOTICE} Ask for the harbour master on weekdays.`, account: 'south' },
    ],
    'originals/b.jsonl': [{ prompt: 'bread?', response: bread, account: 'north' }],
    'suspect.jsonl': [
      { instruction: '1', output: tides, source: 'x', created: '2025-11-01' },
      { instruction: '2', output: tides, source: 'y', created: '2025-11-02T08:00:00Z' },
      { instruction: '3', output: bread.replace('wild', 'natural'), source: 'x', created: 1762128000 },
      {
        instruction: '4',
        output: `Good day to you. ${NOTICE} Moss grows on the north side.`,
        source: 'x',
      },
      { instruction: '5', output: `${NOTICE} The ferry leaves at nine.` },
      { instruction: '6', output: `We are closed on Sundays. ${NOTICE}`, source: 'y' },
      { instruction: '7', output: lease },
    ],
  });
  const { dir } = await compareIn(folder, ['suspect.jsonl'], ['originals']);
  const run = await runs.open(dir, pace);
  const review = await new CaseReviews().of(run.model);
  const query = (change: Partial<FindingQuery>): FindingQuery => ({
    run: dir,
    sort: 'position',
    kinds: KINDS,
    group: { by: 'none' },
    ...NO_FILTER,
    ...change,
  });
  /** Records of the suspect that a query finds, group by group. */
  const list = async (change: Partial<FindingQuery>) => {
    const { ids, groups } = await listFindings(run, review, query(change), pace);
    const records = (await findingRows(run, review, ids)).map((row) => row.record);
    if (!groups) return records;
    return groups.map(({ size, label, rest }) => [rest ? 'rest' : label, records.splice(0, size)]);
  };
  return { run, review, query, list, folder };
}

describe('the list of findings', () => {
  it('is filtered by ranges of scores, half open', async () => {
    const { list, query, run, review } = await opened();
    const { ids } = await listFindings(run, review, query({}), pace);
    const rows = await findingRows(run, review, ids);
    const having = (test: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(test).map((row) => row.record);
    const evidence = Math.max(...rows.map((row) => row.evidence));
    const [from, to] = [having((row) => row.evidence >= evidence), having((row) => row.evidence < evidence)];
    expect(from).not.toHaveLength(6);
    expect(await list({ ranges: [{ score: 'evidence', from: evidence }] })).toEqual(from);
    expect(await list({ ranges: [{ score: 'evidence', to: evidence }] })).toEqual(to);
    expect(await list({ ranges: [{ score: 'evidence', from: evidence, to: evidence }] })).toEqual([]);
    expect(
      await list({
        ranges: [
          { score: 'jaccard', from: 1 },
          { score: 'evidence', from: evidence },
        ],
      }),
    ).toEqual([0, 1]);
  });

  it('is filtered by file, on either side', async () => {
    const { list, folder } = await opened();
    const file = (name: string) => path.join(folder, name);
    expect(await list({ files: [file('originals/b.jsonl')] })).toEqual([2]);
    expect(await list({ files: [file('originals/a.jsonl'), file('originals/b.jsonl')] })).toHaveLength(6);
    expect(await list({ files: [file('originals/b.jsonl'), file('suspect.jsonl')] })).toEqual([2]);
    expect(await list({ files: ['/etc/passwd'] })).toEqual([]);
  });

  it('is filtered by metadata of either record, whole or in part, and by nothing it inherits', async () => {
    const { list } = await opened();
    const meta = (side: 'suspect' | 'original', field: string, value: string, exact: boolean) =>
      list({ meta: [{ side, field, value, exact }] });
    expect(await meta('suspect', 'source', 'X', true)).toEqual([0, 2, 3]);
    expect(await meta('original', 'account', 'north', true)).toEqual([0, 1, 2]);
    expect(await meta('original', 'account', 'sou', false)).toEqual([3, 4, 5]);
    expect(await meta('original', 'account', 'sou', true)).toEqual([]);
    expect(await meta('original', 'constructor', '', false)).toEqual([]);
  });

  it('is filtered by the days of a field of either record, and knows which days there are', async () => {
    const { list, run, review } = await opened();
    const times = (side: 'suspect' | 'original', field: string, from?: string, to?: string) =>
      list({ times: [{ side, field, ...(from && { from }), ...(to && { to }) }] });
    expect(await times('suspect', 'created', '2025-11-02')).toEqual([1, 2]);
    expect(await times('suspect', 'created', '2025-11-02', '2025-11-02')).toEqual([1]);
    expect(await times('suspect', 'created', undefined, '2025-11-01')).toEqual([0]);
    expect(await times('suspect', 'created')).toEqual([0, 1, 2]);
    expect(await times('original', 'date', '2024-05-01')).toEqual([0, 1]);
    expect(await times('suspect', 'constructor')).toEqual([]);
    const { fields } = await facets(run.model, review, new Pace(HOOKS));
    const days = fields.map((one) => [one.side, one.field, one.days] as const);
    expect(days.filter(([, , known]) => known)).toEqual([
      ['suspect', 'created', { from: '2025-11-01', to: '2025-11-03' }],
      ['original', 'date', { from: '2024-05-01', to: '2024-05-01' }],
    ]);
  });

  it('groups by original, by equal text, by shared passage and by metadata, the largest group first', async () => {
    const { list } = await opened();
    expect(await list({ group: { by: 'original' } })).toEqual([
      [undefined, [3, 4, 5]],
      [undefined, [0, 1]],
      ['rest', [2]],
    ]);
    expect(await list({ group: { by: 'text' } })).toEqual([
      [undefined, [0, 1]],
      ['rest', [2, 3, 4, 5]],
    ]);
    expect(await list({ group: { by: 'passage' } })).toEqual([
      [undefined, [3, 4, 5]],
      [undefined, [0, 1]],
      ['rest', [2]],
    ]);
    expect(await list({ group: { by: 'meta', side: 'suspect', field: 'source' } })).toEqual([
      ['x', [0, 2, 3]],
      ['y', [1, 5]],
      ['rest', [4]],
    ]);
    expect(await list({ group: { by: 'file' } })).toEqual([['suspect.jsonl', [0, 1, 2, 3, 4, 5]]]);
  });

  it('says of each group which kinds are within, and the best evidence', async () => {
    const { query, run, review } = await opened();
    const { ids, groups } = await listFindings(run, review, query({ group: { by: 'original' } }), pace);
    const rows = await findingRows(run, review, ids);
    for (const group of groups!) {
      const members = rows.splice(0, group.size);
      const numbers = Object.values(group.kinds).reduce((sum, number) => sum + number, 0);
      expect(numbers).toBe(members.length);
      for (const { kind } of members)
        expect(group.kinds[kind]).toBe(members.filter((one) => one.kind === kind).length);
      expect(group.best).toBe(Math.max(...members.map(({ evidence }) => evidence)));
    }
    expect(groups!.map(({ kinds }) => kinds)).toContainEqual({ identical: 2 });
  });

  it('heads a group with what its findings share', async () => {
    const { query, run, review } = await opened();
    const group = { by: 'passage' } as const;
    const { ids } = await listFindings(run, review, query({ group }), pace);
    const [heading] = await groupHeadings(run, group, ids.slice(0, 1));
    expect(`${NOTICE} `.includes(heading!.slice(0, 40))).toBe(true);
    const [original] = await groupHeadings(run, { by: 'original' }, ids.slice(0, 1));
    expect(original).toMatch(/^This assistant is a service/);
  });

  it('looks for words among what the other filters keep, and stops when it is cancelled', async () => {
    const { run, review, query, list } = await opened();
    expect(await list({ text: 'ferry' })).toEqual([4]);
    expect(await list({ text: 'harbour master', ranges: [{ score: 'evidence', from: 9 }] })).toEqual([
      3, 4, 5,
    ]);
    const stop = new AbortController();
    stop.abort();
    const stopped = new Pace({ ...HOOKS, signal: stop.signal });
    await expect(listFindings(run, review, query({ text: 'moss' }), stopped)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await list({ text: 'moss' })).toEqual([3]);
  });

  it('says how far a search and a grouping are, up to the end', async () => {
    const { run, review, query } = await opened();
    const told: Progress[] = [];
    const telling = () => new Pace({ ...HOOKS, progress: (progress) => told.push(progress) });
    await listFindings(run, review, query({ text: 'nowhere' }), telling());
    expect(told.at(-1)).toMatchObject({ phase: 'Searching', done: 9, total: 9 });
    // Nobody looks at the original of what is found in the suspect.
    await listFindings(run, review, query({ text: 'moss' }), telling());
    expect(told.at(-1)).toMatchObject({ phase: 'Searching', done: 9, total: 9 });
    await listFindings(run, review, query({ group: { by: 'passage' } }), telling());
    expect(told.at(-1)).toMatchObject({ phase: 'Grouping', done: 12, total: 12 });
  });
});

describe('the distribution of a score', () => {
  it('counts every finding of the query once, and forgets its own range only', async () => {
    const { run, review, query } = await opened();
    const over = (change: Partial<FindingQuery>, score: ScoreName) =>
      histogram(run, review, query(change), score, pace);
    const evidence = await over({}, 'evidence');
    const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
    expect(sum(evidence.counts)).toBe(6);
    expect(evidence.edges).toHaveLength(evidence.counts.length + 1);
    const range = { score: 'evidence', from: 1e6 } as const;
    const own = await over({ ranges: [range] }, 'evidence');
    expect(own).toEqual(evidence);
    const other = await over({ ranges: [range] }, 'jaccard');
    expect(sum(other.counts)).toBe(0);
    const jaccard = await over({}, 'jaccard');
    expect(jaccard.counts.at(-1)).toBe(2);
  });
});

describe('what can be filtered by', () => {
  it('is counted over the best matches', async () => {
    const { run, review } = await opened();
    const { files, fields } = await facets(run.model, review, new Pace(HOOKS));
    expect(files.map(({ label, side, findings }) => [label, side, findings])).toEqual([
      ['suspect.jsonl', 'suspect', 6],
      ['originals/a.jsonl', 'original', 5],
      ['originals/b.jsonl', 'original', 1],
    ]);
    expect(fields.find(({ field }) => field === 'account')).toEqual({
      side: 'original',
      field: 'account',
      distinct: 2,
      values: [
        { value: 'north', findings: 3 },
        { value: 'south', findings: 3 },
      ],
    });
  });
});
