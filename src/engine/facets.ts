/** What the findings of a run can be filtered and grouped by. */
import { dayOf } from '../core/time/days.js';
import { momentsOf } from '../core/time/moments.js';
import { caseOfRun, toCasePath } from '../io/case/paths.js';
import type { Facets, FacetField, FacetFile, SideName } from '../shared/findingQuery.js';
import type { MatchSide } from '../shared/match.js';
import type { Pace } from './pace.js';
import type { RunReview } from './review/runReview.js';
import type { RunModel } from './runModel.js';

/** Values offered of one field: more are found by typing. */
const MOST_VALUES = 100;
const SIDES = ['suspect', 'original'] as const;

/** Counts files, flags and metadata fields of the run's findings; each list has the most frequent first. Throws the cancelled failure. */
export async function facets(model: RunModel, review: RunReview, pace: Pace): Promise<Facets> {
  const flags = new Map<string, number>();
  const metas = SIDES.map((side) => ({ side, counts: new Map<MatchSide['meta'], number>() }));
  // Rows and pairs that are asked for meanwhile need not wait.
  await pace.each(model.findings, (finding) => {
    const routes = review.routesOf(finding.id, undefined);
    for (const flag of new Set([...finding.best.flags, ...routes])) add(flags, flag, 1);
    for (const { side, counts } of metas) add(counts, finding.meta(side), 1);
  });
  const fields = new Map<string, { side: SideName; field: string; values: Map<string, number> }>();
  for (const { side, counts } of metas) {
    for (const [meta, findings] of counts) {
      for (const field of Object.keys(meta)) {
        const key = `${side} ${field}`;
        let known = fields.get(key);
        if (!known) fields.set(key, (known = { side, field, values: new Map() }));
        add(known.values, String(meta[field]), findings);
      }
    }
  }
  return {
    files: files(model),
    flags: frequent(flags).map(([flag, findings]) => ({ flag, findings })),
    fields: [...fields.values()].map(({ side, field, values }): FacetField => ({
      side,
      field,
      values: frequent(values)
        .slice(0, MOST_VALUES)
        .map(([value, findings]) => ({ value, findings })),
      distinct: values.size,
      ...daysOf(field, values),
    })),
  };
}

/** The first and the last day of a field half of whose values, or more, are times. */
function daysOf(field: string, values: ReadonlyMap<string, number>): Pick<FacetField, 'days'> {
  let [first, last, times] = [Infinity, -Infinity, 0];
  for (const value of values.keys()) {
    const moments = momentsOf(field, value);
    if (!moments) continue;
    first = Math.min(first, moments.from);
    // The end of a day is the beginning of the next one.
    last = Math.max(last, moments.to - 1, moments.from);
    times++;
  }
  const [from, to] = [dayOf(first), dayOf(last)];
  return times * 2 < values.size || from === undefined || to === undefined ? {} : { days: { from, to } };
}

function files(model: RunModel): FacetFile[] {
  const caseDir = caseOfRun(model.dir);
  const found: FacetFile[] = [];
  for (const { role, path } of model.absoluteManifest().inputs) {
    if (role !== 'suspect' && role !== 'original') continue;
    const ids = role === 'suspect' ? model.withSuspectIn(path) : model.withOriginalIn(path);
    found.push({ path, label: toCasePath(caseDir, path), side: role, findings: ids.length });
  }
  return found.sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
}

function add<K>(counts: Map<K, number>, key: K, findings: number): void {
  counts.set(key, (counts.get(key) ?? 0) + findings);
}

function frequent(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
