import type { Flag } from '../../shared/flag.js';
import type { Explained, Kind, Passage, Ratio, Scores } from '../../shared/match.js';
import type { Parameters } from '../../shared/run.js';
import { pairFlags } from '../flags/pairFlags.js';
import { explainedSpans } from '../score/explained.js';
import { sharedText, type SharedText } from '../score/sharedText.js';
import { ratio } from '../score/shingles.js';
import { describePassages, type PassagesFound } from './describePassages.js';
import type { Prepared } from './prepare.js';

/** What a pair is, with all its token scores; `kind` is undefined if it is none of the kinds. */
export interface JudgedPair {
  readonly kind: Kind | undefined;
  readonly reported: boolean;
  readonly scores: Scores;
  readonly passages: readonly Passage[];
}

/** A judged pair with what is said about it. */
export interface ScoredPair extends JudgedPair {
  /** Empty where kind is undefined, since such pairs are only counted. */
  readonly explained: readonly Explained[];
  readonly flags: readonly Flag[];
}

/** What two texts have in common, whatever prompts they answer. */
export interface TextScores {
  readonly jaccard: Ratio;
  readonly containmentSuspect: Ratio;
  readonly containmentOriginal: Ratio;
  readonly found: SharedText;
  /** The kind, if it does not hang on the evidence. */
  readonly kind: Exclude<Kind, 'partial'> | undefined;
}

/** Scores one suspect response against one original, exactly. */
export function scorePair(suspect: Prepared, original: Prepared, parameters: Parameters): ScoredPair {
  const judged = judgePair(scoreTexts(suspect, original, parameters), suspect, original, parameters);
  return describePair(judged, suspect, original, parameters);
}

/** The part of a pair's scores that its prompts don't change, and the dear one: for equal texts it is done once. */
export function scoreTexts(suspect: Prepared, original: Prepared, parameters: Parameters): TextScores {
  const mine = suspect.shingleWindows;
  const theirs = original.shingleWindows;
  const [shared, ofSuspect, ofOriginal] = [theirs.sharedWith(mine), mine.distinct, theirs.distinct];
  const jaccard = ratio(shared, ofSuspect + ofOriginal - shared);
  return {
    jaccard,
    containmentSuspect: ratio(shared, ofSuspect),
    containmentOriginal: ratio(shared, ofOriginal),
    found: sharedText(suspect, original, parameters),
    kind: kindOf(suspect, original, jaccard.value >= parameters.nearDuplicateFrom),
  };
}

/** The pair's scores with what both prompts explain taken out. */
export function judgePair(
  texts: TextScores,
  suspect: Prepared,
  original: Prepared,
  parameters: Parameters,
): JudgedPair {
  const { jaccard, containmentSuspect, containmentOriginal, found } = texts;
  const { passages, evidence, bits } = passagesOf(found, suspect, original, parameters);
  const reported = evidence.value >= parameters.reportFrom;
  return {
    kind: texts.kind ?? (reported ? 'partial' : undefined),
    reported,
    scores: {
      jaccard,
      containmentSuspect,
      containmentOriginal,
      longestRun: { value: found.longestRun },
      distinctiveTokens: evidence,
      evidenceBits: { value: bits },
    },
    passages,
  };
}

/** The judged pair with what is explained on both sides, and its flags. */
export function describePair(
  judged: JudgedPair,
  suspect: Prepared,
  original: Prepared,
  { passageToll: toll, names }: Parameters,
): ScoredPair {
  const { kind, reported, scores, passages } = judged;
  if (kind === undefined) return { kind, reported, scores, passages, explained: [], flags: [] };
  const explained = [...spansOf(suspect, original, 'suspect'), ...spansOf(original, suspect, 'original')];
  const flags = pairFlags(suspect, original, { kind, reported, passages, toll, names });
  return { kind, reported, scores, passages, explained, flags };
}

function passagesOf(
  found: SharedText,
  suspect: Prepared,
  original: Prepared,
  parameters: Parameters,
): PassagesFound {
  if (found.chains.length === 0) return { passages: [], evidence: { value: 0, raw: 0 }, bits: 0 };
  return describePassages(found.chains, suspect, original, parameters.passageToll);
}

function kindOf(suspect: Prepared, original: Prepared, near: boolean): TextScores['kind'] {
  if (suspect.text === original.text) return 'identical';
  if (sameNormalised(suspect, original)) return 'normalised';
  return near ? 'near-duplicate' : undefined;
}

/** Equal normalised texts have equal tokens, which are cheaper to compare. */
function sameNormalised(suspect: Prepared, original: Prepared): boolean {
  const a = suspect.tokens;
  const b = original.tokens;
  if (a.count !== b.count) return false;
  for (let at = 0; at < a.count; at++) if (a.ids[at] !== b.ids[at]) return false;
  return suspect.normalisedText() === original.normalisedText();
}

function spansOf(one: Prepared, other: Prepared, side: Explained['side']): Explained[] {
  return explainedSpans(one.explainedWith(other), one.tokens, side, one.explainersWith(other));
}
