/** What became of the responses of a block whose matches are found. */
import { isMerged } from '../../core/flags/mergedOriginals.js';
import { isEarlier } from '../../core/flags/earlierSuspect.js';
import { isInPublicText } from '../../core/flags/publicText.js';
import { isInSeveralOriginals } from '../../core/flags/severalOriginals.js';
import { splitOverTurns } from '../../core/flags/splitTurns.js';
import { CasePaths } from '../../io/case/paths.js';
import { FLAGS, type Flag } from '../../shared/flag.js';
import type { Match } from '../../shared/match.js';
import type { Outcome } from '../ledger.js';
import type { Found } from './foundMatches.js';
import type { HalfMatch } from './packedMatch.js';
import { unpackText } from './packedTexts.js';
import type { Block, BlockResponse } from './suspects.js';
import type { Comparing } from './tasks.js';
import type { WaitingMatches } from './waitingMatches.js';

export class Outcomes {
  readonly #paths: CasePaths;

  /**
   * @param hot per text of the block: seeds, and shingles of a short one, that are too common to propose
   * @param found by suspect, among the originals
   * @param publicly by suspect, among the public texts
   */
  constructor(
    readonly block: Block,
    readonly hot: readonly number[],
    readonly comparing: Comparing,
    readonly waiting: WaitingMatches,
    readonly found: ReadonlyMap<number, Found>,
    readonly publicly: ReadonlyMap<number, Found>,
  ) {
    this.#paths = new CasePaths(comparing.pathsCase);
  }

  /** The outcome of each of these responses, in their order; all of a record's stand beside each other. */
  *of(responses: readonly BlockResponse[]): Generator<Outcome> {
    for (const record of byRecord(responses)) {
      const outcomes = record.map((response) => this.#outcomeOf(response));
      const split = splitOverTurns(
        outcomes.map(({ matches }) => matches),
        this.comparing.parameters.passageToll,
      );
      for (const outcome of outcomes) {
        if (split.size === 0) yield outcome;
        else {
          const matches = outcome.matches.map((match) =>
            split.has(match) ? flagged(match, 'split over turns') : match,
          );
          yield { ...outcome, matches };
        }
      }
    }
  }

  #outcomeOf(response: BlockResponse): Outcome {
    const { block, comparing } = this;
    const { suspect } = response;
    const text = block.text[suspect]!;
    const found = this.found.get(suspect);
    const matches = found ? this.#matchesOf(response, found) : [];
    return {
      text: found ? unpackText(block.texts, text) : '',
      textKey: block.keys[text]!,
      matches,
      tooShort: lengthOf(block, text) < comparing.parameters.shingleSize,
      unreportedPairs: found?.unreported ?? 0,
      beyondCap: (found?.matches ?? 0) - matches.length,
      unpaired: comparing.kind === 'outputs' && !found,
      hot: comparing.kind === 'dataset' ? this.hot[text]! : 0,
    };
  }

  /** Its kept matches, the best first, which is flagged for what all of them tell. */
  #matchesOf(response: BlockResponse, found: Found): Match[] {
    const { passageToll, reportFrom, normalise } = this.comparing.parameters;
    const best = this.waiting.take(found.best);
    const held = this.waiting.take(this.publicly.get(response.suspect)?.best);
    const isPublic = isInPublicText(best[0], held, passageToll);
    const ofBest: readonly Flag[] = [
      ...(isPublic ? (['in public text'] as const) : []),
      ...(isMerged(best, passageToll, passageToll + reportFrom) ? (['originals merged'] as const) : []),
      ...(isInSeveralOriginals(best, passageToll, normalise) ? (['several originals'] as const) : []),
    ];
    const matches = best.map((match, at) =>
      wholeMatch(at === 0 ? flagged(match, ...ofBest) : match, response, found, this.#paths),
    );
    if (isPublic) {
      const { path, record, pointer } = held[0]!.original;
      matches[0] = { ...matches[0]!, publicText: { path, record, pointer } };
    }
    return matches;
  }
}

/** Neighbouring responses of one record together. */
function* byRecord(responses: readonly BlockResponse[]): Generator<readonly BlockResponse[]> {
  let from = 0;
  for (let at = 1; at <= responses.length; at++) {
    const [before, here] = [responses[at - 1]!.address, responses[at]?.address];
    if (here?.record === before.record && here.path === before.path) continue;
    yield responses.slice(from, at);
    from = at;
  }
}

/** The match with more flags, in the order of FLAGS. */
function flagged<M extends Pick<Match, 'flags'>>(match: M, ...more: readonly Flag[]): M {
  if (more.length === 0) return match;
  return { ...match, flags: FLAGS.filter((flag) => match.flags.includes(flag) || more.includes(flag)) };
}

/** Tokens of a text of the block. */
function lengthOf({ data: { starts } }: Block, text: number): number {
  return starts[text + 1]! - starts[text]!;
}

function wholeMatch(
  half: HalfMatch,
  { address, part, meta, controls }: BlockResponse,
  { sha256, matches: originals }: Found,
  paths: CasePaths,
): Match {
  const { pair, kind, reported, original, scores, passages, explained, flags } = half;
  const suspect = { ...address, path: paths.of(address.path), sha256, part, meta };
  const match = {
    ...{ pair, kind, reported, originals, suspect, original, scores, passages, explained },
    ...(controls && { controls }),
    flags,
  };
  return reported && isEarlier(meta, original.meta) ? flagged(match, 'suspect earlier') : match;
}
