/** Checks of everything the panel's app may ask: it shows hostile text and is trusted with nothing. */
import { LONGEST_EXCLUSION } from '../../shared/exclusion.js';
import { SCORE_NAMES } from '../../shared/findingQuery.js';
import type { PanelCalls } from '../../shared/panelCalls.js';
import { ROUTES, type RouteMarks } from '../../shared/route.js';
import { VERDICTS } from '../../shared/verdict.js';
import { isIndex, isObject, isOneOf } from '../checks.js';
import { asGrouping, asQuery, asSample, isText } from './queryArgument.js';

type Argument<K extends keyof PanelCalls> = Parameters<PanelCalls[K]>[0];

const JUMPS = ['original', 'suspect', 'diff'] as const;
/** Rows asked for at once: far more than any screen needs. */
const MOST_ROWS = 2000;
/** Findings judged together: as many as a run can have. */
const MOST_JUDGED = 10_000_000;

/** Returns a clean copy of the argument of `list`; throws if it is none. */
export function listArgument(value: unknown): Argument<'list'> {
  return asQuery(value) ?? refuse('list');
}

/** Returns a clean copy of the argument of `histogram`; throws if it is none. */
export function histogramArgument(value: unknown): Argument<'histogram'> {
  if (isObject(value)) {
    const { score } = value;
    const query = asQuery(value['query']);
    if (query && isOneOf(SCORE_NAMES, score)) return { query, score };
  }
  return refuse('histogram');
}

/** Returns a clean copy of the argument of `headings`; throws if it is none. */
export function headingsArgument(value: unknown): Argument<'headings'> {
  const group = isObject(value) ? asGrouping(value['group']) : undefined;
  return group ? { group, ...rowsArgument(value) } : refuse('headings');
}

/** Returns a clean copy of the argument of `rows`; throws if it is none. */
export function rowsArgument(value: unknown): Argument<'rows'> {
  if (isObject(value)) {
    const { ids } = value;
    if (Array.isArray(ids) && ids.length <= MOST_ROWS && ids.every(isIndex)) return { ids: [...ids] };
  }
  return refuse('rows');
}

/** Returns a clean copy of the argument of `pair`; throws if it is none. */
export function pairArgument(value: unknown): Argument<'pair'> {
  if (isObject(value)) {
    const { finding, index } = value;
    if (isIndex(finding) && isIndex(index)) return { finding, index };
  }
  return refuse('pair');
}

/** Returns a clean copy of the argument of `jump`; throws if it is none. */
export function jumpArgument(value: unknown): Argument<'jump'> {
  const to = isObject(value) ? value['to'] : undefined;
  if (isOneOf(JUMPS, to)) return { ...pairArgument(value), to };
  return refuse('jump');
}

/** Returns a clean copy of the argument of `exclude`; throws if it is none. */
export function excludeArgument(value: unknown): Argument<'exclude'> {
  if (!isObject(value)) return refuse('exclude');
  const { text, because } = value;
  if (typeof text !== 'string' || text.length > LONGEST_EXCLUSION || !isText(because))
    return refuse('exclude');
  return { text, because };
}

/** Returns a clean copy of the argument of `judge`; throws if it is none. */
export function judgeArgument(value: unknown): Argument<'judge'> {
  if (!isObject(value)) return refuse('judge');
  const { findings, verdict, note } = value;
  const routes = value['routes'] === undefined ? undefined : routeMarks(value['routes']);
  if (!Array.isArray(findings) || findings.length > MOST_JUDGED || !findings.every(isIndex)) refuse('judge');
  if (verdict !== undefined && !isOneOf(VERDICTS, verdict)) refuse('judge');
  if (note !== undefined && !isText(note)) refuse('judge');
  const said = { ...(verdict !== undefined && { verdict }), ...(note !== undefined && { note }) };
  return { findings, ...said, ...(routes && { routes }) };
}

function routeMarks(value: unknown): RouteMarks {
  if (!isObject(value)) return refuse('judge');
  const marks = Object.entries(value).map(([route, set]) =>
    isOneOf(ROUTES, route) && typeof set === 'boolean' ? ([route, set] as const) : refuse('judge'),
  );
  return Object.fromEntries(marks);
}

/** Returns a clean copy of the argument of `sample`; throws if it is none. */
export function sampleArgument(value: unknown): Argument<'sample'> {
  return asSample(value) ?? refuse('sample');
}

/** Returns a clean copy of the argument of `focus`; throws if it is none. */
export function focusArgument(value: unknown): Argument<'focus'> {
  if (isObject(value) && typeof value['keys'] === 'boolean') return { keys: value['keys'] };
  return refuse('focus');
}

function refuse(method: string): never {
  throw new Error(`The panel sent something that is no argument of ${method}.`);
}
