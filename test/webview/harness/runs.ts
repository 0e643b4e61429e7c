/** Runs of any size, and the host's answers about them. */
import type { FindingRow } from '../../../src/shared/engineCalls.js';
import type { Kind } from '../../../src/shared/match.js';
import type { PanelRun } from '../../../src/shared/panelCalls.js';
import type { ChainDamage } from '../../../src/shared/chain.js';
import type { Judgement } from '../../../src/shared/verdict.js';
import type { Planted } from '../../../src/shared/planted.js';
import { DEFAULT_PARAMETERS, type RunCounts, type RunInput } from '../../../src/shared/run.js';
import type { PairText } from './pairs.js';
import {
  APART_PAIR,
  UNEVEN_PAIR,
  HOSTILE,
  HOSTILE_PAIR,
  longPair,
  RTL_PAIR,
  scatteredPair,
  SOURDOUGH,
  SPACED_PAIR,
  TEMPLATE_PAIR,
} from './texts.js';

export const REVIEWER = 'Anna Müller';

export interface FakeRun {
  readonly run: PanelRun;
  readonly rowOf: (id: number) => FindingRow;
  readonly textOf: (id: number) => PairText;
  /** What lies in the verdict files when the panel opens. */
  readonly judged?: (id: number) => readonly Judgement[];
  readonly damages?: readonly ChainDamage[];
  /** There are controls, whose distribution is drawn behind. */
  readonly controls?: true;
}

const EXCERPTS = [
  'A tide pool is a small world that the sea fills and empties twice a day, and everything in it has learned to wait',
  'Sourdough rises slowly because wild yeast works at its own pace: there is less of it than in a packet',
  'To merge two sorted lists, keep one finger on each and always take the smaller of the two items',
  'Before you sign a lease, read the clause on repairs and ask who pays for the boiler',
  'Compound interest is interest on interest, and the first years hardly show it',
  'An apprentice luthier learns wood before tools, and silence before both',
];
const KIND_OF: readonly Kind[] = [
  'identical',
  'near-duplicate',
  'near-duplicate',
  'partial',
  'normalised',
  'partial',
];
const FLAGS: readonly (readonly string[])[] = [[], ['homoglyphs'], [], ['zero-width characters'], [], []];

function row(id: number, findings: number): FindingRow {
  return {
    id,
    pair: id.toString(16).padStart(16, '0'),
    kind: KIND_OF[id % 6]!,
    reported: true,
    originals: id % 6 === 1 ? 3 : 1,
    record: id + 11,
    line: id + 12,
    path: 'forum-mix.jsonl',
    excerpt: EXCERPTS[id % 6]!,
    evidence: Math.max(8, Math.round(268 * (1 - id / findings))),
    jaccard: 0.7,
    flags: FLAGS[id % 6]!,
    judgements: [],
  };
}

function input(role: RunInput['role'], path: string, change: Partial<RunInput> = {}): RunInput {
  return {
    role,
    path,
    format: 'jsonl',
    compression: 'none',
    bytes: 1_000_000,
    sha256: '0'.repeat(64),
    shape: { name: 'messages', description: 'messages: /messages/0 → /messages/1/content', guessed: false },
    records: 1206,
    responses: 1204,
    skipped: 2,
    notes: [],
    ...change,
  };
}

function counts(change: Partial<RunCounts>): RunCounts {
  return {
    identical: 0,
    normalised: 0,
    'near-duplicate': 0,
    partial: 0,
    responses: 1204,
    'too-little-evidence': 0,
    'too-short': 17,
    skipped: 0,
    unreportedPairs: 3120,
    beyondCap: 0,
    hotShingles: 12,
    unpaired: 0,
    ...change,
  };
}

/** Five families of independent answers, of which four reach the threshold. */
const CHANCE: Partial<RunCounts> = {
  chance: {
    answers: 4025,
    sources: 5,
    families: 5,
    suspects: { equal: 1204, near: 0, none: 0 },
    paired: {
      answers: 4025,
      reported: 4,
      upper: 0.00254,
      sources: 5,
      worst: { source: 'controls/one.jsonl', value: 2 / 805 },
    },
    expected: { value: 1.2, upper: 2.99 },
    standOut: [],
  },
};

const CLOSENESS: NonNullable<RunCounts['closeness']> = {
  prompts: 805,
  families: 5,
  closerThan: 5,
  passing: 1,
};

function panelRun(
  findings: number,
  change: Partial<PanelRun['manifest']> = {},
  changed: Partial<RunCounts> = {},
): PanelRun {
  const of = (kind: Kind) =>
    KIND_OF.reduce((sum, k, i) => sum + (k === kind ? Math.floor((findings + 5 - i) / 6) : 0), 0);
  return {
    manifest: {
      run: 'f00d'.repeat(4),
      kind: 'dataset',
      tool: 'distillation-evidence',
      version: '0.1.0',
      unicode: '16.0',
      parameters: DEFAULT_PARAMETERS,
      inputs: [
        input('suspect', 'forum-mix.jsonl'),
        input('original', 'originals/answers-2025-10.jsonl', {
          notes: ['3 records had bytes that are not UTF-8'],
        }),
        input('original', 'originals/answers-2025-11.jsonl'),
        input('original', 'originals/notes.csv', {
          format: 'csv',
          shape: { name: 'guess', description: 'longest field: /body', guessed: true },
        }),
      ],
      counts: counts({
        identical: of('identical'),
        normalised: of('normalised'),
        'near-duplicate': of('near-duplicate'),
        partial: of('partial'),
        responses: Math.max(1204, findings * 2),
        'too-little-evidence': findings === 0 ? 0 : 96,
        skipped: 2,
        ...changed,
      }),
      notes: [],
      ...change,
    },
    dir: '/case/.distillation-evidence/runs/f00d',
    suspect: 'forum-mix.jsonl',
    originals: 3,
    findings,
    review: {
      reviewer: REVIEWER,
      total: findings,
      counts: { open: findings, confirmed: 0, dismissed: 0, unsure: 0, disagreement: 0 },
      routed: 0,
      others: [],
      damages: [],
    },
    singleKeys: true,
  };
}

/** The runs that the tests open, by the name in the page's address. */
const PLANTED: Planted = {
  threshold: 10,
  level: 0.95,
  seed: 1,
  originals: 300,
  texts: 3612,
  tooShort: 41,
  least: 20,
  shares: [
    { edit: 'unchanged', found: 300, copies: 300, lower: 0.9878, upper: 1 },
    { edit: 'words 10 %', found: 299, copies: 300, lower: 0.9816, upper: 0.9999 },
    { edit: 'words 20 %', found: 281, copies: 300, lower: 0.903, upper: 0.9615 },
    { edit: 'words 30 %', found: 214, copies: 300, lower: 0.6586, upper: 0.7638 },
    { edit: 'truncated', found: 292, copies: 300, lower: 0.9481, upper: 0.9884 },
    { edit: 'reordered', found: 271, copies: 288, lower: 0.9071, upper: 0.9652 },
    { edit: 'merged', found: 298, copies: 300, lower: 0.9761, upper: 0.9992 },
  ],
};

/** Without controls. */
const FLOOR = { originals: 120, reported: 1, upper: 0.0456 };

export const RUNS: Readonly<Record<string, () => FakeRun>> = {
  many: () => plain(10_000),
  huge: () => plain(100_000),
  few: () => plain(125),
  calibrated: () => ({ ...plain(125), run: panelRun(125, {}, CHANCE), controls: true }),
  noted: () => ({
    ...plain(54),
    run: panelRun(54, { notes: ['forum-mix.jsonl was among the originals and was left out.'] }),
  }),
  nothing: () => ({ ...plain(0), run: { ...panelRun(0, {}, CHANCE), planted: PLANTED } }),
  planted: () => ({ ...plain(125), run: { ...panelRun(125, {}, { floor: FLOOR }), planted: PLANTED } }),
  reviewed: () => ({
    ...plain(125),
    judged: reviewed,
    damages: [
      {
        path: '/case/.distillation-evidence/verdicts/Ben Okafor.jsonl',
        line: 17,
        reason: 'the line was cut off while it was written, or damaged before the next one was',
      },
    ],
  }),
  noKeys: () => ({ ...plain(54), run: { ...panelRun(54), singleKeys: false } }),
  moved: () => ({
    run: panelRun(1),
    rowOf: (id) => ({ ...row(id, 1), excerpt: '', stale: true }),
    textOf: () => ({ ...SOURDOUGH, suspect: '' }),
  }),
  outputs: () => ({ ...plain(54), run: panelRun(54, { kind: 'outputs' }) }),
  compared: () => ({
    ...plain(54),
    run: panelRun(54, { kind: 'outputs' }, { ...CHANCE, closeness: CLOSENESS }),
    controls: true,
  }),
  empty: () => ({ ...plain(0), run: panelRun(0) }),
  hostile: () => ({
    run: {
      ...panelRun(6, { notes: [HOSTILE], inputs: [input('suspect', HOSTILE, { notes: [HOSTILE] })] }),
      suspect: `${HOSTILE}\u202E`,
    },
    rowOf: (id) => ({ ...row(id, 6), excerpt: `${HOSTILE} \u202Eexe`, flags: [HOSTILE], path: HOSTILE }),
    textOf: () => HOSTILE_PAIR,
  }),
  rtl: () => ({
    ...plain(6),
    rowOf: (id) => ({ ...row(id, 6), excerpt: RTL_PAIR.suspect.slice(0, 160) }),
    textOf: () => RTL_PAIR,
  }),
  apart: () => ({ ...plain(6), textOf: () => APART_PAIR }),
  uneven: () => ({ ...plain(6), textOf: () => UNEVEN_PAIR }),
  template: () => ({ ...plain(6), textOf: () => TEMPLATE_PAIR }),
  spaced: () => ({ ...plain(6), textOf: () => SPACED_PAIR }),
  scattered: () => ({ ...plain(6), textOf: () => scatteredPair(40_000, 800, 40) }),
  long: () => ({ ...plain(125), textOf: () => longPair(40_000, 9) }),
};

/** Where half is judged already, others were there too, and one line of their file is damaged. */
function reviewed(id: number): Judgement[] {
  const by = (reviewer: string, verdict: Judgement['verdict'], note = ''): Judgement => ({
    reviewer,
    verdict,
    note,
    time: '2026-03-14T09:26:53.000Z',
  });
  const all: Judgement[][] = [
    [by(REVIEWER, 'confirmed')],
    [
      by(REVIEWER, 'confirmed', 'Same typo in both.'),
      by('Ben Okafor', 'dismissed', 'A set phrase: <b>look</b>'),
    ],
    [by('Ben Okafor', 'confirmed')],
    [
      by(
        REVIEWER,
        'unsure',
        'Ask the data team where this batch came from before anything else is said about it.',
      ),
    ],
    [by(REVIEWER, 'dismissed')],
    [],
    [by('Ben Okafor', 'unsure'), by('Chiara de Santis', 'confirmed')],
  ];
  return id < 40 ? all[id % all.length]! : [];
}

function plain(findings: number): FakeRun {
  return { run: panelRun(findings), rowOf: (id) => row(id, findings), textOf: () => SOURDOUGH };
}
