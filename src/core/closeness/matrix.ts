import type { Closeness, ClosenessCounts, ClosenessSource, PairCloseness } from '../../shared/closeness.js';
import { LEVEL } from '../calibration/rates.js';
import { meanOverPrompts } from '../statistics/meanOverPrompts.js';
import { closeness, SHINGLE, type SourceAnswers } from './promptAnswers.js';
import {
  LEAST_FAMILIES,
  LEAST_PROMPTS,
  ranksOf,
  triedFamilies,
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
  const families = triedFamilies(sources);
  const refused =
    prompts < LEAST_PROMPTS ? 'prompts' : families.length < LEAST_FAMILIES ? 'families' : undefined;
  const tried = sources.flatMap(({ role, prompts }, at) =>
    role === 'control' && prompts >= LEAST_PROMPTS ? [at] : [],
  );
  const trials = [];
  for (const source of refused ? [] : [SUSPECT, ...tried]) {
    const others = tried.filter((other) => sources[other]!.family !== sources[source]!.family);
    trials.push(tryAsSuspect(source, others, near[ORIGINALS]!, LEVEL));
    await breathe();
  }
  const nearest = nearestControl(sources, pairs);
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
      families: families.length,
      ...(refused && { refused }),
      ...trialCounts(sources, trials),
      ...(alsoAlike.length > 0 && { alsoAlike }),
      ...(nearest !== undefined && { nearest }),
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

/** The control that the suspect is closest to, if it is closer to it than to the originals. */
function nearestControl(
  sources: readonly ClosenessSource[],
  pairs: readonly PairCloseness[],
): string | undefined {
  const ofSuspect = pairs.filter(({ a, prompts }) => a === SUSPECT && prompts >= LEAST_PROMPTS);
  const nearest = ofSuspect.reduce<PairCloseness | undefined>(
    (best, pair) => (best && best.value >= pair.value ? best : pair),
    undefined,
  );
  return nearest && nearest.b !== ORIGINALS ? sources[nearest.b]!.source : undefined;
}
