/** Reads a whole file of chained lines: what it says, where it is damaged, and what a next line has to follow. */
import type { ChainDamage } from '../../shared/chain.js';
import { lineHash, NOTHING_BEFORE, readLine, type EntryKind } from './chainLine.js';

export interface Chain<E> {
  /** Of all lines that are whole by themselves, also beside damage: what is there is not lost. */
  readonly entries: readonly E[];
  readonly damages: readonly ChainDamage[];
  readonly tail: ChainTail;
}

/** Where a file ends. */
export interface ChainTail {
  /** Hash of the last line, whatever it holds. */
  readonly hash: string;
  /** False after an append that was cut off: the next line has to begin on a line of its own. */
  readonly ended: boolean;
}

/** The tail of a file that is not there yet. */
export const EMPTY_TAIL: ChainTail = { hash: NOTHING_BEFORE, ended: true };

const LINE_END = 10;
const CARRIAGE_RETURN = 13;

/** Returns the chain in `bytes`; `path` is named in its damages. */
export function readChain<E>(kind: EntryKind<E>, bytes: Buffer, path: string): Chain<E> {
  const entries: E[] = [];
  const damages: ChainDamage[] = [];
  let previous = NOTHING_BEFORE;
  let broken: number | undefined;
  let number = 0;
  const damage = (line: number, reason: string) => damages.push({ path, line, reason });
  for (const raw of linesOf(bytes)) {
    number++;
    const line = readLine(kind, raw);
    const follows = line?.previous === previous;
    if (broken !== undefined) damage(broken, line && !follows ? CHANGED_LATER : CUT_OFF);
    // After a line that is itself damaged, the one that no longer follows it is no damage of its own.
    else if (line && !follows) damage(number, notAfter(number));
    broken = line ? undefined : number;
    if (line) entries.push(line.entry);
    previous = lineHash(raw);
  }
  const ended = bytes.length === 0 || bytes[bytes.length - 1] === LINE_END;
  if (broken !== undefined) damage(broken, ended ? CHANGED : CUT_OFF);
  else if (!ended) damage(number, NO_END);
  return { entries, damages, tail: { hash: previous, ended } };
}

const CUT_OFF = 'the line was cut off while it was written, or damaged before the next one was';
const CHANGED_LATER = 'the line was changed after it was written';
const CHANGED = 'the line is not as it was written';
const NO_END = 'the line has lost its end, or bytes after it are missing';

function notAfter(line: number): string {
  return line === 1
    ? 'lines before it are missing'
    : 'it does not follow the line before it: lines were removed, added or reordered';
}

/** The lines without their ends. A CR before an end is git's, on Windows, and no damage. */
function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found;
    const withReturn = found > start && bytes[end - 1] === CARRIAGE_RETURN;
    yield bytes.subarray(start, withReturn ? end - 1 : end);
    start = end + 1;
  }
}
