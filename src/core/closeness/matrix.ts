import type { Closeness, ClosenessCounts, ClosenessSource, PairCloseness } from '../../shared/closeness.js';
import { LEVEL } from '../calibration/rates.js';
import { meanOverPrompts } from '../statistics/meanOverPrompts.js';
import { closeness, SHINGLE, type SourceAnswers } from './promptAnswers.js';
import {
  LEAST_FAMILIES,
  LEAST_PROMPTS,
  ranksOf,
  triedControls,
  trialCounts,
  tryAsSuspect,
  type ToOriginals,
} from './trial.js';

/** Numbers of the first two sources. */
const SUSPECT = 0;
const ORIGINALS = 1;

/** A source with its answers to the prompts that the suspect and the originals both answer. */
export interface AnsweringSource extends Omit<ClosenessSource, 'prompts'> {
  readonly answers: SourceAnswers;
}

/**
 * Compares all sources with all: first the suspect, then the originals, then the controls in their order. `answered`:
 * prompts that both answer, of which those of the answers were drawn. Every step that takes long calls `breathe`.
 */
export async function compareSources(
  given: readonly AnsweringSource[],
  answered: number,
  breathe: () => Promise<void>,
): Promise<{ readonly closeness: Closeness; readonly counts: ClosenessCounts }> {
  const sources = given.map(({ answers, ...source }): ClosenessSource => ({
    ...source,
    prompts: answers.size,
  }));
  const pairs: PairCloseness[] = [];
  /** Per source, by source: closeness by prompt. */
  const near = given.map(() => given.map((): Map<string, number> => new Map()));
  for (let a = 0; a < given.length; a++)
    for (let b = a + 1; b < given.length; b++) {
      const values = closenessByPrompt(given[a]!.answers, given[b]!.answers);
      near[a]![b] = values;
      near[b]![a] = values;
      if (values.size > 0) pairs.push({ a, b, ...meanOverPrompts([...values.values()], LEVEL) });
      await breathe();
    }
  const prompts = given[SUSPECT]!.answers.size;
  const tried = triedControls(sources, prompts);
  const families = new Set(tried.map((control) => sources[control]!.family)).size;
  const refused = prompts < LEAST_PROMPTS ? 'prompts' : families < LEAST_FAMILIES ? 'families' : undefined;
  const trials = [];
  for (const source of refused ? [] : [SUSPECT, ...tried]) {
    const others = tried.filter((other) => sources[other]!.family !== sources[source]!.family);
    trials.push(tryAsSuspect(source, others, near[ORIGINALS]!, LEVEL));
    await breathe();
  }
  const closerTo = closestControl(sources, near[SUSPECT]!);
  const alsoAlike = refused ? [] : alike(sources, tried, near);
  return {
    closeness: {
      level: LEVEL,
      shingle: SHINGLE,
      answered,
      prompts,
      sources,
      pairs,
      ...(refused && { refused }),
      trials,
      ranks: refused ? [] : ranksOf(SUSPECT, tried, near[ORIGINALS]!),
    },
    counts: {
      prompts,
      families,
      ...(trials[0] && { fewest: Math.min(...trials[0].differences.map(({ prompts: both }) => both)) }),
      ...(refused && { refused }),
      ...trialCounts(sources, trials),
      ...(alsoAlike.length > 0 && { alsoAlike }),
      ...(closerTo && { closerTo }),
    },
  };
}

/**
 * The controls to which the suspect is closer than every source of another family is, the originals among them: the
 * trial that is held for the originals, held for each control in their place. Answers that were mixed from several
 * sources pass several; those that came by way of the originals are no closer than these.
 */
function alike(
  sources: readonly ClosenessSource[],
  tried: readonly number[],
  near: readonly (readonly ToOriginals[])[],
): string[] {
  return tried
    .filter((control) => {
      const others = tried.filter((other) => sources[other]!.family !== sources[control]!.family);
      return tryAsSuspect(SUSPECT, [ORIGINALS, ...others], near[control]!, LEVEL).passed;
    })
    .map((control) => sources[control]!.source);
}

function closenessByPrompt(a: SourceAnswers, b: SourceAnswers): Map<string, number> {
  const values = new Map<string, number>();
  for (const [key, shingles] of a) {
    const other = b.get(key);
    if (other) values.set(key, closeness(shingles, other));
  }
  return values;
}

/**
 * Of the controls that the suspect is closer to than to the originals, on the prompts that both answer and beyond the
 * interval of the difference, the one with the largest difference. `near`: the suspect's closeness to each source.
 */
function closestControl(
  sources: readonly ClosenessSource[],
  near: readonly ToOriginals[],
): ClosenessCounts['closerTo'] {
  let closest: ClosenessCounts['closerTo'];
  let most = 0;
  for (const [at, { role, source }] of sources.entries()) {
    if (role !== 'control') continue;
    const { differences } = tryAsSuspect(at, [ORIGINALS], near, LEVEL);
    const { closer, value, prompts } = differences[0]!;
    if (!closer || value <= most) continue;
    most = value;
    closest = { source, prompts };
  }
  return closest;
}
