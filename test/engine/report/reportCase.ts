/** A run whose files, fields, texts, notes and reviewers are as hostile as they can be. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeReport } from '../../../src/engine/report/writeReport.js';
import { Review, type VerdictChange } from '../../../src/engine/review/review.js';
import { VerdictFolder } from '../../../src/io/verdicts/verdictFolder.js';
import type { CompareRequest, CompareResult } from '../../../src/shared/engineCalls.js';
import type { ReportFormat } from '../../../src/shared/report.js';
import { compareIn, folderWith, HOOKS, matchesOf, TEXTS } from '../smallCase.js';

/** Markup, formulas, a character that turns what follows, ends of sections, and all quotes. */
export const HOSTILE = `=cmd()|'/C calc'!A0 <script>document.title = "hacked"</script> \u202e ]]> "a" 'b' & </style> {0} [x](y)`;
/** A name that a file can have. */
export const FILE = `=a"b'<img src=x>,&#x3c;.jsonl`;

/** The text of the first record of both sides, which is the best finding. */
export const FIRST = `${HOSTILE}\n${TEXTS.tides} On the way home count the gulls on the breakwater, and write their number into the margin of the table, beside the moon.`;

const records = (field: string) => [
  { [field]: FIRST, prompt: HOSTILE, source: HOSTILE, '<b>': HOSTILE },
  { [field]: `+${TEXTS.bread}`, prompt: `-${HOSTILE}` },
  { [field]: `${TEXTS.lease}\n\nשלום, a line of another direction.`, prompt: 'a lease?' },
];

export async function hostileFolder(): Promise<string> {
  return folderWith({
    [FILE]: records('response'),
    'originals/a.jsonl': records('response'),
    // A second original for the first record.
    'originals/b.jsonl': [{ response: `${TEXTS.tides} More of it follows here.`, prompt: 'tides' }],
  });
}

export async function hostileRun(folder: string, more: Partial<CompareRequest> = {}): Promise<CompareResult> {
  return compareIn(folder, [FILE], ['originals'], more);
}

/** Says something of the best match of a run, as every reviewer named. */
export async function judge(
  result: CompareResult,
  reviewers: readonly string[],
  change: VerdictChange,
): Promise<void> {
  const [best] = await matchesOf(result);
  const review = new Review(new VerdictFolder(path.dirname(path.dirname(result.dir))));
  await review.look();
  for (const reviewer of reviewers) await review.judge(reviewer, [best!.pair], change);
}

/** The text of a report. */
export async function reportOf(
  { dir }: Pick<CompareResult, 'dir'>,
  format: ReportFormat,
  most?: number,
): Promise<string> {
  const out = path.join(path.dirname(path.dirname(path.dirname(dir))), `report.${format}`);
  await writeReport({ dir, format, out, ...(most !== undefined && { most }) }, HOOKS);
  return readFile(out, 'utf8');
}
