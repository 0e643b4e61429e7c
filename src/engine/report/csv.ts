/** The report as a table for spreadsheets: a match a line (RFC 4180, UTF-8). */
import type { MatchSide, Ratio } from '../../shared/match.js';
import type { Judgement } from '../../shared/verdict.js';
import type { Report, ReportFinding, ReportPair } from './gather.js';
import { staleNote } from './staleNote.js';

type Cell = string | number | undefined;

/** A longer cell does not fit into a spreadsheet's and would spill into the next row. */
const LONGEST = 32_000;
/** Spreadsheets take a cell that begins with one of these for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Yields the lines of the file; its first names the columns. Records are counted from 0, lines from 1. */
export async function* csvReport({ findings }: Report): AsyncGenerator<string> {
  yield line(COLUMNS.map(([name]) => name));
  for await (const finding of findings())
    for (const [index, pair] of finding.pairs.entries())
      yield line(COLUMNS.map(([, cell]) => cell(pair, finding, index)));
}

type Column = readonly [
  name: string,
  cell: (pair: ReportPair, finding: ReportFinding, index: number) => Cell,
];

const COLUMNS: readonly Column[] = [
  ['finding', (_, { number }) => number],
  ['match', (_, __, index) => index + 1],
  ['kind', ({ match }) => match.kind],
  ['distinctive_tokens', ({ match }) => match.scores.distinctiveTokens.value],
  ['distinctive_tokens_with_explained', ({ match }) => match.scores.distinctiveTokens.raw],
  ['evidence_bits', ({ match }) => match.scores.evidenceBits?.value],
  ...ratioColumns('jaccard', ({ match }) => match.scores.jaccard),
  ...ratioColumns('of_suspect', ({ match }) => match.scores.containmentSuspect),
  ...ratioColumns('of_original', ({ match }) => match.scores.containmentOriginal),
  ['longest_run', ({ match }) => match.scores.longestRun.value],
  ['flags', ({ match }) => match.flags.join('; ')],
  ['innocent_routes', (_, { routes }) => routes.join('; ')],
  ['verdicts', ({ judgements }) => judgements.filter(isJudged).map(verdictOf).join('; ')],
  [
    'notes',
    ({ judgements }) =>
      judgements
        .filter(({ note }) => note !== '')
        .map(noteOf)
        .join('; '),
  ],
  ['why', ({ why }) => why],
  ...sideColumns('suspect'),
  ...sideColumns('original'),
  ['suspect_text', ({ suspect }) => cut(suspect?.text)],
  ['original_text', ({ original }) => cut(original?.text)],
  ['remarks', remarks],
  ['pair', ({ match }) => match.pair],
];

function ratioColumns(name: string, ratioOf: (pair: ReportPair) => Ratio): Column[] {
  return [
    [name, (pair) => ratioOf(pair).value],
    [`${name}_shared`, (pair) => ratioOf(pair).shared],
    [`${name}_total`, (pair) => ratioOf(pair).total],
  ];
}

function sideColumns(side: 'suspect' | 'original'): Column[] {
  return (['path', 'record', 'line', 'pointer', 'sha256'] as const).map(
    (name: keyof MatchSide & ('path' | 'record' | 'line' | 'pointer' | 'sha256')): Column => [
      `${side}_${name}`,
      ({ match }) => match[side][name],
    ],
  );
}

function isJudged({ verdict }: Judgement): boolean {
  return verdict !== 'cleared';
}

function verdictOf({ reviewer, verdict, time }: Judgement): string {
  return `${reviewer}: ${verdict} (${time})`;
}

function noteOf({ reviewer, note }: Judgement): string {
  return `${reviewer}: ${note}`;
}

function remarks(pair: ReportPair): string {
  const isCut = [pair.suspect, pair.original].some(
    (side) => side !== undefined && side.text.length > LONGEST,
  );
  return [staleNote(pair) ?? '', isCut ? `Texts are cut at ${LONGEST} characters.` : '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function cut(text: string | undefined): string {
  if (text === undefined || text.length <= LONGEST) return text ?? '';
  return text.slice(0, LONGEST).toWellFormed();
}

function line(cells: readonly Cell[]): string {
  return cells.map(written).join(',') + '\r\n';
}

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
