/** Files of any size for the dataset editor's tests, made up record by record. */
import type { DatasetView } from '../../../src/shared/datasetCalls.js';
import type { TableFindings, TableRecord, TableRow } from '../../../src/shared/tableCalls.js';
import type { Judgement } from '../../../src/shared/verdict.js';
import { HOSTILE } from '../harness/texts.js';

export interface FakeFile {
  readonly view: DatasetView;
  readonly rowOf: (record: number) => TableRow;
  readonly recordOf: (record: number) => TableRecord;
}

const PROMPTS = [
  'Why are there two tides a day, and why do they come fifty minutes later every morning?',
  'What does kneading do to dough?',
  'Write a function that merges two sorted lists without copying either of them more than once.',
  'My landlord wants me to pay for the boiler. Can he?',
];
const RESPONSES = [
  'The Moon pulls harder on the near side of the Earth than on its centre, and harder on the centre than on the far side. Water therefore heaps up twice: once below the Moon, where it is drawn ahead of the solid ground, and once opposite, where the ground is drawn away from it.\n\nA harbour turns through both heaps between one moonrise and the next.',
  'Kneading folds loose coils of gluten over one another until they line up into sheets that stretch without tearing. Those sheets catch the gas that yeast gives off.',
  '```python\ndef merge(a, b):\n    i = j = 0\n    while i < len(a) and j < len(b):\n        if a[i] <= b[j]:\n            yield a[i]; i += 1\n        else:\n            yield b[j]; j += 1\n```\nKeep one finger on each list and always take the smaller of the two items.',
  'Read the clause on repairs aloud. If it says that the tenant replaces what breaks, ask for a list of what counts, with prices.',
];

function text(of: readonly string[], record: number): string {
  return of[(record * 7 + (record >> 3)) % of.length]!;
}

/** What was said of findings, by their number; the tests' host adds to it. */
export const JUDGEMENTS = new Map<number, readonly Judgement[]>();

/** Every 17th record has a finding, every 131st could not be read. */
function row(record: number, findings: boolean): TableRow {
  const place = { record, line: record + 1 };
  if (record % 131 === 130) {
    const problem = 'not valid JSON: Unterminated string in JSON at position 812';
    return { ...place, prompt: '', response: '', responses: 0, problem, findings: [] };
  }
  const reported = record % 34 !== 0;
  const kind = (['near-duplicate', 'partial', 'identical'] as const)[record % 3]!;
  return {
    ...place,
    prompt: text(PROMPTS, record),
    response: text(RESPONSES, record).replace(/\s+/g, ' '),
    responses: record % 29 === 28 ? 3 : 1,
    findings:
      findings && record % 17 === 0
        ? [
            {
              id: record / 17,
              kind,
              reported,
              evidence: 8 + (record % 200),
              originals: 1 + (record % 3),
              judgements: JUDGEMENTS.get(record / 17) ?? [],
            },
          ]
        : [],
  };
}

function record(of: TableRow): TableRecord {
  const { record: number, line, problem, findings } = of;
  return {
    record: number,
    ...(line !== undefined && { line }),
    ...(problem !== undefined && { problem }),
    byteOffset: number * 1042,
    byteLength: 1041,
    fields:
      problem === undefined
        ? [
            { pointer: '/id', text: `req_${number.toString(36).padStart(6, '0')}` },
            { pointer: '/model', text: 'forum-mix-7b' },
            { pointer: '/messages/0/role', text: 'user' },
            { pointer: '/messages/0/content', text: of.prompt, speaker: 'user' },
            { pointer: '/messages/1/role', text: 'assistant' },
            {
              pointer: '/messages/1/content',
              text: text(RESPONSES, number),
              speaker: 'assistant',
              part: 'answer',
            },
            { pointer: '/time', text: '2025-11-04T09:12:00Z' },
          ]
        : [],
    more: false,
    findings,
  };
}

function file(
  records: number,
  change: Partial<DatasetView> & { findings?: TableFindings | undefined } = {},
): FakeFile {
  const found = Array.from({ length: Math.min(3000, Math.ceil(records / 17)) }, (_, i) => i * 17);
  const findings: TableFindings = {
    records: found,
    ids: found.map((_, i) => i),
    judged: [],
    kinds: found.map((number) => (number % 34 === 0 ? 'too-little-evidence' : 'near-duplicate')),
  };
  const bytes = records * 1042;
  const view: DatasetView = {
    name: 'forum-mix.jsonl',
    size: { records, exact: true, bytesDone: bytes, bytes },
    format: 'jsonl',
    compression: 'none',
    shape: 'messages: /messages/0 → /messages/1/content',
    notes: [],
    findings,
    reviewer: 'Anna',
    singleKeys: true,
    ...change,
  };
  const rowOf = (number: number) => row(number, view.findings !== undefined);
  return { view, rowOf, recordOf: (number) => record(rowOf(number)) };
}

function withText(prompt: string, response: string): FakeFile {
  const plain = file(40);
  const rowOf = (number: number): TableRow => ({ ...plain.rowOf(number), prompt, response });
  return {
    view: { ...plain.view, name: prompt, shape: prompt, notes: [prompt] },
    rowOf,
    recordOf: (number) => ({
      ...plain.recordOf(number),
      fields: [
        { pointer: `/${prompt}`, text: prompt },
        {
          pointer: '/output',
          text: `${response}\n${response}`,
          speaker: prompt.slice(0, 30),
          part: 'answer',
        },
      ],
    }),
  };
}

const RTL =
  'تهاجر الأسماك في الربيع عندما يذوب الثلج وترتفع المياه في الأنهار الكبيرة، ثم تعود إلى البحر (مثل salmon) قبل الشتاء.';
/** Record 17 holds two responses with findings, of which the second has too little evidence. */
function several(): FakeFile {
  const few = file(400);
  const findings: TableFindings = {
    records: [17, 17, 51],
    ids: [1, 2, 3],
    judged: [],
    kinds: ['near-duplicate', 'too-little-evidence', 'partial'],
  };
  const rowOf = (number: number): TableRow => {
    const plain = few.rowOf(number);
    const [one] = plain.findings;
    if (!one || !findings.records.includes(number)) return { ...plain, findings: [] };
    if (number === 51) return plain;
    const weak = { ...one, id: 2, reported: false, judgements: JUDGEMENTS.get(2) ?? [] };
    return { ...plain, responses: 2, findings: [one, weak] };
  };
  return { view: { ...few.view, findings }, rowOf, recordOf: (number) => record(rowOf(number)) };
}

const counting = file(2_000_000, {
  size: { records: 20_000, exact: false, bytesDone: 20_840_000, bytes: 2_084_000_000 },
});

/** The files that the tests open, by the name in the page's address. */
export const FILES: Readonly<Record<string, FakeFile>> = {
  few: file(400),
  plain: file(400, { findings: undefined }),
  several: several(),
  huge: file(2_000_000),
  vast: file(150_000_000),
  counting,
  hostile: withText(`${HOSTILE} \u202Eexe`, `${HOSTILE} zero\u200Bwidth`),
  rtl: withText(RTL.slice(0, 60), RTL),
  guessed: file(400, {
    shape: 'guess: no known shape fits; /body has the longest texts and is taken for the response',
    notes: ['No known shape fits: the longest text field was taken for the response.'],
    format: 'parquet',
  }),
};
