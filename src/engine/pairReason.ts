import { explainWhy } from '../core/match/why.js';
import type { Match } from '../shared/match.js';
import type { RunModel } from './runModel.js';
import { turnCoverage } from './turnCoverage.js';

/** Why the pair matched, in a few sentences; `length`: code units of the original's text, if it is still there. */
export async function pairReason(model: RunModel, match: Match, length: number | undefined): Promise<string> {
  const why = explainWhy(match, model.manifest.counts.chance?.answers);
  const turns = length === undefined ? '' : await turnCoverage(model, match, length);
  return [why, turns].filter((sentence) => sentence !== '').join(' ');
}
