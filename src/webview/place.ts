/** Where the reader is: restored from the last visit, kept at every change. */
import {
  NO_FILTER,
  SCORE_NAMES,
  SORTS,
  type FindingQuery,
  type Grouping,
  type MetaFilter,
  type ScoreRange,
  type TimeRange,
} from '../shared/findingQuery.js';
import { isDay } from '../core/time/days.js';
import { KINDS } from '../shared/match.js';
import type { PanelRun, PanelState } from '../shared/panelCalls.js';
import { VERDICT_FILTERS, type SampleRequest } from '../shared/verdict.js';
import { SHOWS } from './pair/fold.js';
import { SHOWN_KINDS, type ShownKind } from './parts/names.js';
import { isCount } from './wire.js';

/** The state to start with: the last visit's, field by field where it still holds, else the defaults. */
export function startingPlace(run: PanelRun, last: Partial<PanelState>): PanelState {
  const fresh: PanelState = {
    run: run.manifest.run,
    dir: run.dir,
    sort: 'evidence',
    ...NO_FILTER,
    kinds: defaultKinds(run),
    group: { by: 'none' },
    histogram: 'evidence',
    histogramOpen: typeof last.histogramOpen === 'boolean' ? last.histogramOpen : undefined,
    selected: undefined,
    index: 0,
    layout: last.layout === 'inline' ? 'inline' : 'side',
    show: SHOWS.find((show) => show === last.show) ?? 'all',
    listWidth: isCount(last.listWidth) ? last.listWidth : undefined,
    listHeight: isCount(last.listHeight) ? last.listHeight : undefined,
  };
  if (last.run !== fresh.run) return fresh;
  return {
    ...fresh,
    sort: SORTS.find((sort) => sort === last.sort) ?? fresh.sort,
    kinds: Array.isArray(last.kinds)
      ? SHOWN_KINDS.filter((kind) => (last.kinds as readonly unknown[]).includes(kind))
      : fresh.kinds,
    text: typeof last.text === 'string' ? last.text : '',
    ranges: list(last.ranges).filter(isRange),
    files: list(last.files).filter((file) => typeof file === 'string'),
    flags: list(last.flags).filter((flag) => typeof flag === 'string'),
    meta: list(last.meta).filter(isMetaFilter),
    times: list(last.times).filter(isTimeRange),
    verdicts: VERDICT_FILTERS.filter((filter) => list(last.verdicts).includes(filter)),
    sample: isSample(last.sample) ? last.sample : undefined,
    group: isGrouping(last.group) ? last.group : fresh.group,
    histogram: SCORE_NAMES.find((score) => score === last.histogram) ?? fresh.histogram,
    selected: isCount(last.selected) ? last.selected : undefined,
    index: isCount(last.index) ? last.index : 0,
  };
}

/** The kinds that are findings; where there are none, those with too little evidence. */
function defaultKinds({ manifest }: PanelRun): FindingQuery['kinds'] {
  return KINDS.some((kind) => manifest.counts[kind] > 0) ? KINDS : ['too-little-evidence'];
}

/** `kinds` if the run has any of them, else those to start with. */
export function kindsThatShow(run: PanelRun, kinds: FindingQuery['kinds']): FindingQuery['kinds'] {
  return kinds.some((kind) => run.manifest.counts[kind] > 0) ? kinds : defaultKinds(run);
}

/** `kinds` with one kind switched, in the header's order. */
export function switchKind(kinds: readonly ShownKind[], kind: ShownKind): ShownKind[] {
  return SHOWN_KINDS.filter((shown) => kinds.includes(shown) !== (shown === kind));
}

/** The part of a place that is asked of the list. */
export function queryOf(state: PanelState): Query {
  const { sort, kinds, text, ranges, files, flags, meta, times, verdicts = [], sample, group } = state;
  return { sort, kinds, text, ranges, files, flags, meta, times, verdicts, sample, group };
}

export type Query = Omit<FindingQuery, 'run' | 'reviewer'>;

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRange(value: unknown): value is ScoreRange {
  if (typeof value !== 'object' || value === null) return false;
  const { score, from, to } = value as Partial<ScoreRange>;
  return (
    SCORE_NAMES.some((name) => name === score) &&
    [from, to].every((end) => end === undefined || Number.isFinite(end))
  );
}

function isMetaFilter(value: unknown): value is MetaFilter {
  if (typeof value !== 'object' || value === null) return false;
  const { side, field, value: wanted, exact } = value as Partial<MetaFilter>;
  return (
    isSide(side) && typeof field === 'string' && typeof wanted === 'string' && typeof exact === 'boolean'
  );
}

function isTimeRange(value: unknown): value is TimeRange {
  if (typeof value !== 'object' || value === null) return false;
  const { side, field, from, to } = value as Partial<TimeRange>;
  const isEnd = (end: unknown) => end === undefined || (typeof end === 'string' && isDay(end));
  return isSide(side) && typeof field === 'string' && isEnd(from) && isEnd(to);
}

function isGrouping(value: unknown): value is Grouping {
  if (typeof value !== 'object' || value === null) return false;
  const { by, side, field } = value as Record<string, unknown>;
  if (by === 'meta') return isSide(side) && typeof field === 'string';
  return ['none', 'original', 'text', 'passage', 'file'].some((name) => name === by);
}

function isSample(value: unknown): value is SampleRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { size, seed } = value as Record<string, unknown>;
  return isCount(size) && size > 0 && isCount(seed);
}

function isSide(value: unknown): boolean {
  return value === 'suspect' || value === 'original';
}
