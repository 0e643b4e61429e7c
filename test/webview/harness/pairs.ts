/** Pairs made by a small matcher of words, so that marks, scores and texts agree with each other. */
import { wordDiff } from '../../../src/core/diff/wordDiff.js';
import type { Change, FindingRow, PairView, Turn } from '../../../src/shared/engineCalls.js';
import type { Meta, Span } from '../../../src/shared/dataset.js';
import type { Explained, MatchSide, Passage, Seed } from '../../../src/shared/match.js';

export interface PairText {
  readonly suspect: string;
  readonly original: string;
  readonly prompt?: string;
  readonly explained?: readonly Explained[];
  readonly label?: string;
  readonly meta?: Meta;
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((m) => ({
    text: m[0].toLowerCase(),
    span: [m.index, m.index + m[0].length],
  }));
}

/** Runs of at least three equal words, greedily and in order. */
function sharedRuns(a: readonly Word[], b: readonly Word[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  let from = 0;
  for (let i = 0; i < a.length;) {
    let best: [number, number] | undefined;
    for (let j = from; j < Math.min(b.length, Math.max(from, i) + 60); j++) {
      let n = 0;
      while (i + n < a.length && j + n < b.length && a[i + n]!.text === b[j + n]!.text) n++;
      if (n >= 3 && (!best || n > best[1])) best = [j, n];
    }
    if (best) {
      runs.push([i, best[0], best[1]]);
      from = best[0] + best[1];
      i += best[1];
    } else i++;
  }
  return runs;
}

function passagesOf(a: readonly Word[], b: readonly Word[]): Passage[] {
  const passages: Seed[][] = [];
  let last: [number, number, number] | undefined;
  for (const run of sharedRuns(a, b)) {
    const [i, j, n] = run;
    const seed: Seed = {
      suspect: [a[i]!.span[0], a[i + n - 1]!.span[1]],
      original: [b[j]!.span[0], b[j + n - 1]!.span[1]],
      tokens: n,
    };
    if (last && i - last[0] - last[2] <= 4 && j - last[1] - last[2] <= 4) passages.at(-1)!.push(seed);
    else passages.push([seed]);
    last = run;
  }
  return passages.map((seeds) => ({
    suspect: [seeds[0]!.suspect[0], seeds.at(-1)!.suspect[1]],
    original: [seeds[0]!.original[0], seeds.at(-1)!.original[1]],
    tokens: seeds.reduce((sum, seed) => sum + seed.tokens, 0),
    explained: 0,
    gaps: 0,
    score: seeds.reduce((sum, seed) => sum + seed.tokens, 0),
    seeds,
  }));
}

function changesOf(passages: readonly Passage[], suspect: string, original: string): Change[] {
  const changes: Change[] = [];
  let [s, o] = [0, 0];
  const until = (s2: number, o2: number) => {
    if (suspect.slice(s, s2) === original.slice(o, o2)) {
      if (s2 > s) changes.push({ op: 'equal', suspect: [s, s2], original: [o, o2] });
    } else {
      if (s2 > s) changes.push({ op: 'delete', suspect: [s, s2], original: [o, o] });
      if (o2 > o) changes.push({ op: 'insert', suspect: [s2, s2], original: [o, o2] });
    }
    [s, o] = [s2, o2];
  };
  for (const seed of passages.flatMap((p) => p.seeds)) {
    until(seed.suspect[0], seed.original[0]);
    changes.push({ op: 'equal', suspect: seed.suspect, original: seed.original });
    [s, o] = [seed.suspect[1], seed.original[1]];
  }
  until(suspect.length, original.length);
  return changes;
}

/** The pair view of `row` with these texts. */
export function pairOf(row: FindingRow, text: PairText, index: number): PairView {
  const { suspect, original, prompt = '', explained = [], meta = {} } = text;
  const passages = passagesOf(words(suspect), words(original));
  const side = (path: string, record: number, pointer: string): MatchSide => ({
    path,
    record,
    line: record + 1,
    pointer,
    part: 'answer',
    sha256: '0'.repeat(64),
    meta,
  });
  return {
    finding: row.id,
    index,
    kept: row.originals,
    originals: Array.from({ length: row.originals }, (_, at) => ({
      label: 'originals/answers-2025-11.jsonl',
      record: 411 + at,
      line: 412 + at,
      kind: row.kind,
      reported: row.reported,
      evidence: row.evidence - 20 * at,
    })),
    match: {
      pair: row.pair,
      kind: row.kind,
      reported: row.reported,
      originals: row.originals,
      suspect: side(row.path, row.record, '/messages/1/content'),
      original: side('originals/answers-2025-11.jsonl', 411 + index, '/response'),
      scores: {
        jaccard: { value: 101 / 143, shared: 101, total: 143 },
        containmentSuspect: { value: 101 / 115, shared: 101, total: 115 },
        containmentOriginal: { value: 101 / 129, shared: 101, total: 129 },
        longestRun: { value: 59 },
        distinctiveTokens: { value: row.evidence, raw: row.evidence + 9 },
        evidenceBits: { value: row.evidence + 12 },
        dice: { value: 0.91 },
        editSimilarity: { value: 0.87, shared: 610, total: 1402 },
      },
      passages,
      explained,
      flags: row.flags,
    },
    suspect: { label: text.label ?? row.path, prompt, text: suspect },
    original: { label: 'originals/answers-2025-11.jsonl', prompt, text: original },
    changes:
      suspect.length > 5000 ? changesOf(passages, suspect, original) : wordDiff(suspect, original).changes,
    coarse: false,
    refinable: false,
    why: `${passages.length} passages, less 10 tokens each. Grey: explained by the prompt, not counted.`,
  };
}

/** The same pair before its finer differences are there: one change for all of it, and no scores of raw texts. */
export function firstLook(view: PairView): PairView {
  const { suspect, original } = view;
  const { jaccard, containmentSuspect, containmentOriginal, longestRun, distinctiveTokens, evidenceBits } =
    view.match.scores;
  const scores = {
    jaccard,
    containmentSuspect,
    containmentOriginal,
    longestRun,
    distinctiveTokens,
    ...(evidenceBits && { evidenceBits }),
  };
  return {
    ...view,
    match: { ...view.match, scores },
    changes: [
      { op: 'delete', suspect: [0, suspect.text.length], original: [0, 0] },
      {
        op: 'insert',
        suspect: [suspect.text.length, suspect.text.length],
        original: [0, original.text.length],
      },
    ],
    coarse: true,
    refinable: true,
  };
}

/** A conversation with one turn before the prompt, and one after the response. */
export function turnsAround(prompt: string, response: string): Turn[] {
  return [
    { role: 'system', text: 'You answer questions about the kitchen.', place: 'before' },
    { role: 'user', text: prompt, place: 'before' },
    { role: 'assistant', text: response, place: 'response' },
    { role: 'user', text: 'Thank you. And how do I clean the jar?', place: 'after' },
  ];
}
