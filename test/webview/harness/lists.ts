/** Lists, groups and distributions of a made-up run, by the plainest means. */
import { binOf, countEdges, shareEdges } from '../../../src/core/score/histogramBins.js';
import type { FindingRow } from '../../../src/shared/engineCalls.js';
import {
  isCount,
  type Facets,
  type FindingList,
  type FindingQuery,
  type Histogram,
  type ScoreName,
} from '../../../src/shared/findingQuery.js';
import type { FakeReview } from './fakeReview.js';
import type { FakeRun } from './runs.js';

type Query = Omit<FindingQuery, 'run'>;

export const FACETS: Facets = {
  files: [
    { path: '/case/forum-mix.jsonl', label: 'forum-mix.jsonl', side: 'suspect', findings: 125 },
    { path: '/case/originals/a.jsonl', label: 'originals/a.jsonl', side: 'original', findings: 80 },
    { path: '/case/originals/b.jsonl', label: 'originals/b.jsonl', side: 'original', findings: 45 },
  ],
  flags: [
    { flag: 'homoglyphs', findings: 21 },
    { flag: 'zero-width characters', findings: 20 },
  ],
  fields: [
    {
      side: 'suspect',
      field: 'time',
      distinct: 125,
      values: [{ value: '2025-11-04T09:12:00Z', findings: 1 }],
      days: { from: '2025-11-04', to: '2025-12-01' },
    },
    {
      side: 'original',
      field: 'account',
      distinct: 2,
      values: [
        { value: 'a-4471', findings: 100 },
        { value: 'a-9', findings: 25 },
      ],
    },
  ],
};

function scoreOf(row: FindingRow, score: ScoreName): number {
  return isCount(score) ? row.evidence : row.jaccard;
}

function found({ run, rowOf }: FakeRun, { kinds, text, ranges, flags }: Query): FindingRow[] {
  const rows: FindingRow[] = [];
  for (let id = 0; id < run.findings; id++) {
    const row = rowOf(id);
    if (!kinds.includes(row.kind) || !row.excerpt.includes(text)) continue;
    if (flags.length > 0 && !row.flags.some((flag) => flags.includes(flag))) continue;
    const inside = ({ score, from = -Infinity, to = Infinity }: Query['ranges'][number]) =>
      scoreOf(row, score) >= from && scoreOf(row, score) < to;
    if (ranges.every(inside)) rows.push(row);
  }
  return rows;
}

/** Groups are findings with equal first words; by original, every fifth finding whatever its kind. */
export function listOf(fake: FakeRun, review: FakeReview, query: Query): FindingList {
  const sample = query.sample && new Set(review.sample(query.sample).findings);
  const rows = found(fake, query).filter(
    ({ id }) => (sample?.has(id) ?? true) && review.passes(query.verdicts ?? [], id),
  );
  const judged = rows.map(({ id }) => id).filter((id) => review.isJudged(id));
  if (query.sort === 'position') rows.reverse();
  if (query.group.by === 'none') return { total: rows.length, ids: rows.map(({ id }) => id), judged };
  const keyOf = ({ id, excerpt }: FindingRow) => (query.group.by === 'original' ? id % 5 : excerpt);
  const groups = [...Map.groupBy(rows, keyOf).values()];
  groups.sort((a, b) => b.length - a.length);
  return {
    total: rows.length,
    ids: groups.flat().map(({ id }) => id),
    judged,
    groups: groups.map((members) => {
      const kinds: Record<string, number> = {};
      for (const { kind } of members) kinds[kind] = (kinds[kind] ?? 0) + 1;
      return { size: members.length, kinds, best: Math.max(...members.map(({ evidence }) => evidence)) };
    }),
  };
}

export function histogramOf(
  fake: FakeRun,
  { query, score }: { readonly query: Query; readonly score: ScoreName },
): Histogram {
  const ranges = query.ranges.filter((range) => range.score !== score);
  const values = found(fake, { ...query, ranges }).map((row) => scoreOf(row, score));
  const edges = isCount(score) ? countEdges(Math.min(8, ...values), Math.max(8, ...values)) : shareEdges();
  const counts = edges.slice(1).map(() => 0);
  for (const value of values) counts[binOf(edges, value)]!++;
  return { score, edges, counts, ...(fake.controls && { controls: counts.map((_, at) => 9 / (at + 1)) }) };
}
