/** Checks of everything the panel's app may ask: it shows hostile text and is trusted with nothing. */
import { SORTS, type FindingQuery } from '../../shared/engineCalls.js';
import { KINDS } from '../../shared/match.js';
import type { PanelCalls } from '../../shared/panelCalls.js';
import { isIndex, isObject, isOneOf } from '../checks.js';

type Argument<K extends keyof PanelCalls> = Parameters<PanelCalls[K]>[0];

const SHOWN = [...KINDS, 'too-little-evidence'] as const;
const JUMPS = ['original', 'suspect', 'diff'] as const;
/** Rows asked for at once, and characters of a search: far more than any screen or person needs. */
const MOST_ROWS = 2000;
const LONGEST_TEXT = 10_000;

/** Returns a clean copy of the argument of `list`; throws if it is none. */
export function listArgument(value: unknown): Omit<FindingQuery, 'run'> {
  if (isObject(value)) {
    const { sort, kinds, text } = value;
    if (isOneOf(SORTS, sort) && isKinds(kinds) && typeof text === 'string' && text.length <= LONGEST_TEXT) {
      return { sort, kinds: [...kinds], text };
    }
  }
  throw refused('list');
}

/** Returns a clean copy of the argument of `rows`; throws if it is none. */
export function rowsArgument(value: unknown): Argument<'rows'> {
  if (isObject(value)) {
    const { ids } = value;
    if (Array.isArray(ids) && ids.length <= MOST_ROWS && ids.every(isIndex)) return { ids: [...ids] };
  }
  throw refused('rows');
}

/** Returns a clean copy of the argument of `pair`; throws if it is none. */
export function pairArgument(value: unknown): Argument<'pair'> {
  if (isObject(value)) {
    const { finding, index } = value;
    if (isIndex(finding) && isIndex(index)) return { finding, index };
  }
  throw refused('pair');
}

/** Returns a clean copy of the argument of `jump`; throws if it is none. */
export function jumpArgument(value: unknown): Argument<'jump'> {
  const to = isObject(value) ? value['to'] : undefined;
  if (isOneOf(JUMPS, to)) return { ...pairArgument(value), to };
  throw refused('jump');
}

function isKinds(value: unknown): value is FindingQuery['kinds'] {
  return Array.isArray(value) && value.length <= SHOWN.length && value.every((kind) => isOneOf(SHOWN, kind));
}

function refused(method: string): Error {
  return new Error(`The panel sent something that is no argument of ${method}.`);
}
