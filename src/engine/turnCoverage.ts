/** How much of an original several responses of one record hold together. */
import { shareCovered, turnsSentence, type Stretch } from '../core/flags/turnCoverage.js';
import type { FindingId } from '../shared/findingQuery.js';
import type { Match } from '../shared/match.js';
import type { RunModel } from './runModel.js';

/** Findings by file and record, made when the first split original of a run is shown. */
const RECORDS = new WeakMap<RunModel, Map<string, FindingId[]>>();

/**
 * The coverage of the original of `match`, whose text has `length` code units, summed over the responses of the suspect
 * record; "" unless the pair is flagged as split over turns.
 */
export async function turnCoverage(model: RunModel, match: Match, length: number): Promise<string> {
  if (!match.flags.includes('split over turns')) return '';
  const parts = await Promise.all(
    (recordsOf(model).get(keyOf(match.suspect)) ?? []).map((id) => partOf(model, id, match)),
  );
  const others = parts.filter((part) => part !== undefined);
  const together = shareCovered(others.flatMap(stretches), length);
  return turnsSentence(others.length, together, shareCovered(stretches(match), length));
}

function recordsOf(model: RunModel): Map<string, FindingId[]> {
  let records = RECORDS.get(model);
  if (!records) {
    RECORDS.set(model, (records = new Map<string, FindingId[]>()));
    for (const { id, best } of model.findings) {
      const ids = records.get(keyOf(best.suspect));
      if (ids) ids.push(id);
      else records.set(keyOf(best.suspect), [id]);
    }
  }
  return records;
}

/** The reported match of a finding with the same original, if it has one. */
async function partOf(model: RunModel, id: FindingId, { original }: Match): Promise<Match | undefined> {
  const { path, record, pointer } = original;
  const index = model
    .finding(id)
    .originals.findIndex(
      ({ at, reported }) => reported && at.path === path && at.record === record && at.pointer === pointer,
    );
  return index < 0 ? undefined : model.match(id, index);
}

function keyOf({ path, record }: Match['suspect']): string {
  return `${record} ${path}`;
}

/** The shared runs in the original, of all passages. */
function stretches({ passages }: Match): Stretch[] {
  return passages.flatMap(({ seeds }) => seeds.map(({ original }) => original));
}
