/** Which findings a query keeps. */
import type { Meta } from '../shared/dataset.js';
import type {
  FindingFilter,
  FindingId,
  MetaFilter,
  ScoreRange,
  SideName,
  TimeRange,
} from '../shared/findingQuery.js';
import { passes } from '../core/review/judgements.js';
import { mayLieWithin } from '../core/time/days.js';
import { momentsOf } from '../core/time/moments.js';
import { routesIn } from '../shared/route.js';
import type { OpenRun } from './openRuns.js';
import type { Pace } from './pace.js';
import type { RunReview } from './review/runReview.js';
import { drawSample } from './review/sample.js';
import { scoreOf, shownKind } from './findingScores.js';
import type { Finding, RunModel } from './runModel.js';

/** Returns the findings that pass all of `filter`, in the run's own order; throws the cancelled failure. */
export async function filterFindings(
  { model, search }: OpenRun,
  review: RunReview,
  filter: FindingFilter,
  pace: Pace,
): Promise<Finding[]> {
  const tests = [...testsOf(model, filter), ...reviewTests(model.manifest.run, review, filter)];
  const kept: Finding[] = [];
  // Rows and pairs that are asked for meanwhile need not wait.
  await pace.each(model.findings, (finding) => {
    if (tests.every((test) => test(finding))) kept.push(finding);
  });
  const found = await search.among(kept, filter.text, pace);
  return found === 'all' ? kept : kept.filter((finding) => found.has(finding.id));
}

type Test = (finding: Finding) => boolean;

function testsOf(model: RunModel, { kinds, ranges, files, meta, times }: FindingFilter): Test[] {
  const shown = new Set<string>(kinds);
  return [
    (finding) => shown.has(shownKind(finding)),
    ...ranges.map(inRange),
    ...inFiles(model, files),
    ...meta.map(hasMeta),
    ...times.map(isWithin),
  ];
}

function reviewTests(
  run: string,
  review: RunReview,
  { reviewer, verdicts = [], sample, flags }: FindingFilter,
): Test[] {
  const drawn = sample && drawSample(run, review.reported, sample);
  return [
    ...(drawn ? [({ id }: Finding) => drawn.has(id)] : []),
    ...(flags.length > 0 ? [hasFlag(review, reviewer, flags)] : []),
    ...(verdicts.length > 0
      ? [
          ({ id }: Finding) => {
            const { state, disagreement } = review.stateOf(id, reviewer);
            return passes(verdicts, state, disagreement);
          },
        ]
      : []),
  ];
}

/** Innocent routes are those that stand with the reviewer; other flags are the data's. */
function hasFlag(review: RunReview, reviewer: string | undefined, flags: readonly string[]): Test {
  const routes = routesIn(flags);
  const others = flags.filter((flag) => !routes.some((route) => route === flag));
  return ({ id, best }) =>
    best.flags.some((flag) => others.includes(flag)) ||
    (routes.length > 0 && review.routesOf(id, reviewer).some((route) => routes.includes(route)));
}

function inRange({ score, from = -Infinity, to = Infinity }: ScoreRange): Test {
  return (finding) => {
    const value = scoreOf(finding, score);
    return value >= from && value < to;
  };
}

/** Files of one side are alternatives; both sides must fit. */
function inFiles(model: RunModel, files: readonly string[]): Test[] {
  const sides = [
    files.map((file) => model.withSuspectIn(file)).filter((ids) => ids.length > 0),
    files.map((file) => model.withOriginalIn(file)).filter((ids) => ids.length > 0),
  ];
  if (files.length > 0 && sides.every((side) => side.length === 0)) return [() => false];
  return sides
    .filter((side) => side.length > 0)
    .map((side) => {
      const ids = new Set<FindingId>(side.flat());
      return ({ id }: Finding) => ids.has(id);
    });
}

function hasMeta({ side, field, value, exact }: MetaFilter): Test {
  const wanted = value.toLowerCase();
  return fieldTest(side, field, (found) => {
    const held = String(found).toLowerCase();
    return exact ? held === wanted : held.includes(wanted);
  });
}

function isWithin({ side, field, ...days }: TimeRange): Test {
  return fieldTest(side, field, (found) => {
    const moments = momentsOf(field, found);
    return moments !== undefined && mayLieWithin(moments, days);
  });
}

/** The suspect's record has a field that fits, or one of the originals' records. */
function fieldTest(side: SideName, field: string, fits: (value: Meta[string]) => boolean): Test {
  const test = (meta: Meta) => Object.hasOwn(meta, field) && fits(meta[field]!);
  return side === 'suspect'
    ? (finding) => test(finding.meta('suspect'))
    : ({ originals }) => originals.some(({ at }) => test(at.meta));
}
