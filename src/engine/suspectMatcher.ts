/** All matches of one suspect response: proposed, scored exactly, put in order, cut at the cap. */
import { addShownScores } from '../core/match/shownScores.js';
import { compareWithinFinding } from '../core/match/order.js';
import { scorePair, type ScoredPair } from '../core/match/scorePair.js';
import type { Response } from '../shared/dataset.js';
import type { Kind, Match, MatchSide } from '../shared/match.js';
import type { Parameters } from '../shared/run.js';
import { pairId, sha256 } from './identity.js';
import type { Outcome } from './ledger.js';
import { equalityKey, type Originals } from './originals.js';
import type { Pace } from './pace.js';
import type { Proposer } from './proposer.js';

/** Suspects whose scores are kept for an equal one that comes later. */
const KEPT = 2_000;

interface Scored {
  readonly original: number;
  readonly pair: ScoredPair & { readonly kind: Kind };
}

interface Answer {
  readonly scored: readonly Scored[];
  readonly tooShort: boolean;
  readonly unreportedPairs: number;
  readonly unpaired: boolean;
}

export class SuspectMatcher {
  readonly #answers = new Map<string, Answer>();

  constructor(
    readonly originals: Originals,
    readonly proposer: Proposer,
    readonly parameters: Parameters,
    readonly pace: Pace,
    /** How a path is written in the case. */
    readonly toCasePath: (path: string) => string,
  ) {}

  /** Returns what became of `response`; an equal response is scored once. */
  async match(response: Response): Promise<Outcome> {
    const key = equalityKey(response);
    let answer = this.#answers.get(key);
    if (!answer) {
      answer = await this.#score(response);
      if (this.#answers.size >= KEPT) this.#answers.clear();
      this.#answers.set(key, answer);
    }
    const suspect = this.#side(response);
    const all = answer.scored.flatMap((one) =>
      this.originals.places(one.original).map((place) => this.#match(response, suspect, place, one, 0)),
    );
    all.sort(compareWithinFinding);
    const kept = all.slice(0, this.parameters.originalsPerResponse);
    return {
      matches: kept.map((match) => ({ ...match, originals: all.length })),
      tooShort: answer.tooShort,
      unreportedPairs: answer.unreportedPairs,
      beyondCap: all.length - kept.length,
      unpaired: answer.unpaired,
    };
  }

  async #score(response: Response): Promise<Answer> {
    const { parameters } = this;
    const prepared = this.originals.prepare(response);
    const proposed = await this.proposer.propose(response, prepared);
    const scored: Scored[] = [];
    let unreportedPairs = 0;
    for (const original of proposed.originals) {
      const pair = scorePair(prepared, this.originals.prepared(original), parameters);
      if (pair.kind === undefined) unreportedPairs += this.originals.places(original).length;
      else scored.push({ original, pair: { ...pair, kind: pair.kind } });
      await this.pace.breathe();
    }
    const tooShort = prepared.tokens.count < parameters.shingleSize;
    return { scored, tooShort, unreportedPairs, unpaired: proposed.unpaired };
  }

  #match(
    response: Response,
    suspect: MatchSide,
    place: Response,
    { pair }: Scored,
    originals: number,
  ): Match {
    const { kind, reported, passages, explained, flags } = pair;
    const scores =
      this.parameters.scores === 'all' ? addShownScores(pair.scores, response.text, place.text) : pair.scores;
    const original = this.#side(place);
    return {
      pair: pairId(response, place),
      kind,
      reported,
      originals,
      suspect,
      original,
      scores,
      passages,
      explained,
      flags,
    };
  }

  #side({ address, text, part, meta }: Response): MatchSide {
    return { ...address, path: this.toCasePath(address.path), sha256: sha256(text), part, meta };
  }
}
