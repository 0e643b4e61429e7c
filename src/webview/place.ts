/** Where the reader is: restored from the last visit, kept at every change. */
import { SORTS, type FindingQuery } from '../shared/engineCalls.js';
import { KINDS } from '../shared/match.js';
import type { PanelRun, PanelState } from '../shared/panelCalls.js';
import { SHOWN_KINDS, type ShownKind } from './parts/names.js';

/** The state to start with: the last visit's, field by field where it still holds, else the defaults. */
export function startingPlace(run: PanelRun, last: Partial<PanelState>): PanelState {
  const fresh: PanelState = {
    run: run.manifest.run,
    dir: run.dir,
    sort: 'evidence',
    kinds: defaultKinds(run),
    text: '',
    selected: undefined,
    index: 0,
    layout: last.layout === 'inline' ? 'inline' : 'side',
  };
  if (last.run !== fresh.run) return fresh;
  return {
    ...fresh,
    sort: SORTS.find((sort) => sort === last.sort) ?? fresh.sort,
    kinds: Array.isArray(last.kinds)
      ? SHOWN_KINDS.filter((kind) => (last.kinds as readonly unknown[]).includes(kind))
      : fresh.kinds,
    text: typeof last.text === 'string' ? last.text : '',
    selected: isCount(last.selected) ? last.selected : undefined,
    index: isCount(last.index) ? last.index : 0,
  };
}

/** The kinds that are findings; where there are none, those with too little evidence. */
function defaultKinds({ manifest }: PanelRun): FindingQuery['kinds'] {
  return KINDS.some((kind) => manifest.counts[kind] > 0) ? KINDS : ['too-little-evidence'];
}

/** `kinds` with one kind switched, in the header's order. */
export function switchKind(kinds: readonly ShownKind[], kind: ShownKind): ShownKind[] {
  return SHOWN_KINDS.filter((shown) => kinds.includes(shown) !== (shown === kind));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
