/** Checks of everything the dataset editor's app may ask: it shows hostile text and is trusted with nothing. */
import type { DatasetCalls } from '../../shared/datasetCalls.js';
import type { FindText, TableSize } from '../../shared/tableCalls.js';
import { isIndex, isObject } from '../checks.js';

type Argument<K extends keyof DatasetCalls> = Parameters<DatasetCalls[K]>[0];

/** Rows asked for at once, and characters of a search: far more than any screen or person needs. */
const MOST_ROWS = 2000;
const LONGEST_TEXT = 10_000;

/** Returns a clean copy of the argument of `counted`; throws if it is none. */
export function countedArgument(value: unknown): { known: TableSize } {
  if (isObject(value) && isObject(value['known'])) {
    const { records, exact, bytesDone, bytes } = value['known'];
    if (isIndex(records) && typeof exact === 'boolean' && isAmount(bytesDone) && isAmount(bytes))
      return { known: { records, exact, bytesDone, bytes } };
  }
  throw refused('counted');
}

/** Returns a clean copy of the argument of `rows`; throws if it is none. */
export function rowsArgument(value: unknown): Argument<'rows'> {
  if (isObject(value)) {
    const { records, find } = value;
    if (isRising(records) && records.length <= MOST_ROWS) {
      if (find === undefined) return { records: [...records] };
      if (isFind(find))
        return { records: [...records], find: { text: find.text, matchCase: find.matchCase } };
    }
  }
  throw refused('rows');
}

/** Returns a clean copy of the argument of `record`; throws if it is none. */
export function recordArgument(value: unknown): Argument<'record'> {
  if (isObject(value) && isIndex(value['record'])) return { record: value['record'] };
  throw refused('record');
}

/** Returns a clean copy of the argument of `search`; throws if it is none. */
export function searchArgument(value: unknown): Argument<'search'> {
  if (isFind(value) && isIndex((value as { from?: unknown }).from)) {
    const { text, matchCase, from } = value as unknown as Argument<'search'>;
    return { text, matchCase, from };
  }
  throw refused('search');
}

/** Returns a clean copy of the argument of `askRecord`; throws if it is none. */
export function askArgument(value: unknown): Argument<'askRecord'> {
  if (isObject(value) && isIndex(value['records'])) return { records: value['records'] };
  throw refused('askRecord');
}

/** Returns a clean copy of the argument of `showFinding`; throws if it is none. */
export function findingArgument(value: unknown): Argument<'showFinding'> {
  if (isObject(value) && isIndex(value['finding'])) return { finding: value['finding'] };
  throw refused('showFinding');
}

function isRising(value: unknown): value is readonly number[] {
  if (!Array.isArray(value)) return false;
  const numbers: readonly unknown[] = value;
  return numbers.every((one, i) => isIndex(one) && (i === 0 || one > (numbers[i - 1] as number)));
}

function isFind(value: unknown): value is FindText {
  if (!isObject(value)) return false;
  const { text, matchCase } = value;
  return typeof text === 'string' && text.length <= LONGEST_TEXT && typeof matchCase === 'boolean';
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

function refused(method: string): Error {
  return new Error(`The dataset editor sent something that is no argument of ${method}.`);
}
