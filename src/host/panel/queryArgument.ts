/** Checks of what the panel's app asks the list for. */
import {
  SCORE_NAMES,
  SORTS,
  type FindingQuery,
  type Grouping,
  type MetaFilter,
  type ScoreRange,
  type TimeRange,
} from '../../shared/findingQuery.js';
import { isDay } from '../../core/time/days.js';
import { KINDS } from '../../shared/match.js';
import { VERDICT_FILTERS, type SampleRequest, type VerdictFilter } from '../../shared/verdict.js';
import { isIndex, isObject, isOneOf, isStrings } from '../checks.js';

const SHOWN = [...KINDS, 'too-little-evidence'] as const;
const SIDES = ['suspect', 'original'] as const;
const GROUPS = ['none', 'original', 'text', 'passage', 'file'] as const;
/** Characters of a search, and parts of a filter: far more than any person needs. */
const LONGEST_TEXT = 10_000;
const MOST_PARTS = 1000;

/** Returns a clean copy of a query, or undefined if it is none. */
export function asQuery(value: unknown): Omit<FindingQuery, 'run'> | undefined {
  if (!isObject(value)) return undefined;
  const { sort, kinds, text, files, flags, verdicts = [] } = value;
  const group = asGrouping(value['group']);
  const ranges = asList(value['ranges'], asRange);
  const meta = asList(value['meta'], asMetaFilter);
  const times = asList(value['times'] ?? [], asTimeRange);
  if (!isOneOf(SORTS, sort) || !isKinds(kinds) || !isText(text) || !group || !ranges || !meta || !times)
    return undefined;
  if (!isTexts(files) || !isTexts(flags)) return undefined;
  const sample = value['sample'] === undefined ? undefined : asSample(value['sample']);
  if (!areVerdicts(verdicts) || (value['sample'] !== undefined && !sample)) return undefined;
  const lists = { ranges, files: [...files], flags: [...flags], meta, times, verdicts: [...verdicts] };
  return { sort, kinds: [...kinds], text, ...lists, ...(sample && { sample }), group };
}

/** Returns a clean copy of a grouping, or undefined if it is none. */
export function asGrouping(value: unknown): Grouping | undefined {
  if (!isObject(value)) return undefined;
  const { by, side, field } = value;
  if (isOneOf(GROUPS, by)) return { by };
  return by === 'meta' && isOneOf(SIDES, side) && isText(field) ? { by, side, field } : undefined;
}

/** Returns a clean copy of a sample's size and seed, or undefined if it is none. */
export function asSample(value: unknown): SampleRequest | undefined {
  if (!isObject(value)) return undefined;
  const { size, seed } = value;
  return isIndex(size) && size > 0 && isIndex(seed) ? { size, seed } : undefined;
}

function asRange(value: unknown): ScoreRange | undefined {
  if (!isObject(value)) return undefined;
  const { score, from, to } = value;
  if (!isOneOf(SCORE_NAMES, score) || !isEnd(from) || !isEnd(to)) return undefined;
  return { score, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function asMetaFilter(one: unknown): MetaFilter | undefined {
  if (!isObject(one)) return undefined;
  const { side, field, value, exact } = one;
  if (!isOneOf(SIDES, side) || !isText(field) || !isText(value) || typeof exact !== 'boolean')
    return undefined;
  return { side, field, value, exact };
}

function asTimeRange(one: unknown): TimeRange | undefined {
  if (!isObject(one)) return undefined;
  const { side, field, from, to } = one;
  if (!isOneOf(SIDES, side) || !isText(field) || !isDayOrNone(from) || !isDayOrNone(to)) return undefined;
  return { side, field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function isDayOrNone(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && isDay(value));
}

/** A clean copy of a list all of whose parts are clean. */
function asList<T>(value: unknown, clean: (part: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_PARTS) return undefined;
  const parts = value.map(clean);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function isKinds(value: unknown): value is FindingQuery['kinds'] {
  return Array.isArray(value) && value.length <= SHOWN.length && value.every((kind) => isOneOf(SHOWN, kind));
}

function areVerdicts(value: unknown): value is VerdictFilter[] {
  return (
    Array.isArray(value) &&
    value.length <= VERDICT_FILTERS.length &&
    value.every((filter) => isOneOf(VERDICT_FILTERS, filter))
  );
}

/** True if `value` is a text that is not longer than a person writes. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isTexts(value: unknown): value is string[] {
  return isStrings(value) && value.length <= MOST_PARTS && value.every(isText);
}

function isEnd(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}
