/** Scores candidates exactly, and keeps for every suspect the best of them and the counts of all. */
import { OtherPrompts } from '../../core/calibration/otherPrompts.js';
import { BestScores } from '../../core/match/bestScores.js';
import { addShownScores } from '../../core/match/shownScores.js';
import { compareWithinFinding, type FindingOrderKey, type OriginalKey } from '../../core/match/order.js';
import type { Prepared } from '../../core/match/prepare.js';
import {
  describePair,
  judgePair,
  scoreTexts,
  type JudgedPair,
  type ScoredPair,
  type TextScores,
} from '../../core/match/scorePair.js';
import { CasePaths } from '../../io/case/paths.js';
import type { Breathe } from '../../io/index/buildParts.js';
import type { OriginalReader } from '../../io/index/originalReader.js';
import type { Part } from '../../io/index/part.js';
import type { Response } from '../../shared/dataset.js';
import type { Kind } from '../../shared/match.js';
import { pairId, sha256 } from '../identity.js';
import { packMatch, type HalfMatch, type PackedMatch } from './packedMatch.js';
import { PreparedTexts } from './preparedTexts.js';
import type { Block } from './suspects.js';
import type { Comparing } from './tasks.js';

/** What the matches that are kept are the best of. */
export type Among = 'originals' | 'public texts';

/** What one suspect found. */
export interface SuspectMatches {
  readonly suspect: number;
  /** Of its text; "" where nothing is kept. */
  readonly sha256: string;
  /** The best ones, as many as are kept. */
  readonly best: readonly PackedMatch[];
  /** All that are kept, those beyond the best included. */
  readonly matches: number;
  /** Pairs that were scored and are neither reported nor of a kind that is kept. */
  readonly unreported: number;
}

/** Matches that wait in a thread, at about three kilobytes each. */
const FULL = 2000;
/** Code units of a prompt that tell it from others: whole ones would wait on disk with every match. */
const PROMPT = 4096;

interface Gathered {
  sha256: string;
  best: PackedMatch[];
  matches: number;
  unreported: number;
}

/** Texts that answer one prompt. */
interface PairOfPrompt {
  readonly answered: Prepared;
  readonly judged: JudgedPair;
  /** Only what may be kept is described. */
  described?: ScoredPair;
}

export class PairScorer {
  readonly #texts: PreparedTexts;
  #found = new Map<number, Gathered>();
  #waiting = 0;
  /** Of all parts that this thread was given. */
  readonly #bests: Record<Among, BestScores>;
  #best: BestScores;
  readonly #paths: CasePaths;
  /** The text that was hashed last. */
  #hashed: { readonly text: string; readonly sha256: string } | undefined;

  constructor(
    readonly block: Block,
    readonly comparing: Comparing,
    readonly breathe: Breathe,
  ) {
    this.#texts = new PreparedTexts(block, comparing.parameters);
    this.#paths = new CasePaths(comparing.pathsCase);
    const { originalsPerResponse: most } = comparing.parameters;
    const suspects = block.text.length;
    this.#bests = {
      originals: new BestScores(most, suspects),
      'public texts': new BestScores(most, suspects),
    };
    this.#best = this.#bests.originals;
  }

  begin(part: Part, reader: OriginalReader, among: Among): void {
    this.#texts.begin(part, reader);
    this.#best = this.#bests[among];
    this.#found = new Map();
    this.#waiting = 0;
  }

  /** True if so many matches wait that they should be handed over. */
  get isFull(): boolean {
    return this.#waiting >= FULL;
  }

  /** What was found since the beginning, by suspect. */
  finish(): SuspectMatches[] {
    const { originalsPerResponse } = this.comparing.parameters;
    return [...this.#found]
      .sort(([a], [b]) => a - b)
      .map(([suspect, { best, ...counts }]) => ({
        suspect,
        ...counts,
        best: inOrder(best).slice(0, originalsPerResponse),
      }));
  }

  /** Scores a suspect against the rows of one original text, ascending. */
  async score(suspect: number, rows: readonly number[]): Promise<void> {
    const { parameters } = this.comparing;
    const { mine, original } = this.#texts.pair(suspect, rows[0]!);
    const texts = scoreTexts(mine, original, parameters);
    const most = judgePair(texts, mine, original.withPrompt(mine.prompt), parameters);
    const gathered = this.#gathered(suspect);
    if (most.kind === undefined) {
      // Another prompt can only explain more.
      gathered.unreported += rows.length;
      return;
    }
    await this.#scoreRows({ suspect, mine, original, texts, most, gathered }, rows);
  }

  /**
   * Rows answer different prompts. Once as many as are kept have the best score, or those of other parts that have it go
   * before a row, it and those behind it need no look.
   */
  async #scoreRows(
    pair: {
      readonly suspect: number;
      readonly mine: Prepared;
      readonly original: Prepared;
      readonly texts: TextScores;
      readonly most: JudgedPair;
      readonly gathered: Gathered;
    },
    rows: readonly number[],
  ): Promise<void> {
    const { parameters } = this.comparing;
    const { suspect, mine, original, texts, most, gathered } = pair;
    const others = this.block.elsewhere[suspect] && new OtherPrompts(mine.prompt, parameters.normalise);
    const byPrompt = new Map<string, PairOfPrompt>();
    let best = 0;
    for (const [at, row] of rows.entries()) {
      const place = () => this.#place(row, original, texts.kind ?? 'partial');
      const isBeyond = () =>
        best >= parameters.originalsPerResponse || this.#best.isBeyond(suspect, most, place);
      if (texts.kind !== undefined && isBeyond()) {
        gathered.matches += rows.length - at;
        return;
      }
      const response = this.#texts.response(row);
      if (others && !others.has(response.prompt)) continue;
      let one = byPrompt.get(response.prompt);
      if (!one) {
        const answered = original.withPrompt(response.prompt);
        const judged = response.prompt === mine.prompt ? most : judgePair(texts, mine, answered, parameters);
        byPrompt.set(response.prompt, (one = { answered, judged }));
      }
      const { answered, judged } = one;
      if (judged.kind === undefined) gathered.unreported++;
      else if (!this.#best.add(suspect, judged, place)) gathered.matches++;
      else {
        one.described ??= describePair(judged, mine, answered, parameters);
        gathered.sha256 ||= sha256(mine.text);
        this.#keep(gathered, this.#match(mine, response, one.described, judged.kind));
      }
      if (judged.scores.distinctiveTokens.value === most.scores.distinctiveTokens.value) best++;
      await this.breathe(0);
    }
  }

  #place(row: number, { text }: Prepared, kind: Kind): OriginalKey {
    const { path, record } = this.#texts.place(row);
    return { kind, original: { sha256: this.#hashOf(text), path: this.#paths.of(path), record } };
  }

  /** Of an original's text, which its rows have in common. */
  #hashOf(text: string): string {
    if (this.#hashed?.text !== text) this.#hashed = { text, sha256: sha256(text) };
    return this.#hashed.sha256;
  }

  #keep(gathered: Gathered, match: HalfMatch): void {
    const { originalsPerResponse } = this.comparing.parameters;
    gathered.matches++;
    this.#waiting -= gathered.best.length;
    gathered.best.push(packMatch(match));
    gathered.best = trimmed(gathered.best, originalsPerResponse);
    this.#waiting += gathered.best.length;
  }

  #match(mine: Prepared, response: Response, scored: ScoredPair, kind: Kind): HalfMatch {
    const { parameters } = this.comparing;
    const { address, part, meta } = response;
    return {
      pair: pairId(mine, response),
      kind,
      reported: scored.reported,
      originals: 0,
      original: {
        ...address,
        path: this.#paths.of(address.path),
        sha256: this.#hashOf(response.text),
        part,
        meta,
      },
      scores:
        parameters.scores === 'all' ? addShownScores(scored.scores, mine.text, response.text) : scored.scores,
      passages: scored.passages,
      explained: scored.explained,
      flags: scored.flags,
      prompt: response.prompt.slice(0, PROMPT),
    };
  }

  #gathered(suspect: number): Gathered {
    let gathered = this.#found.get(suspect);
    if (!gathered) this.#found.set(suspect, (gathered = { sha256: '', best: [], matches: 0, unreported: 0 }));
    return gathered;
  }
}

/** So many of the best at least, and not many more. */
function trimmed(matches: PackedMatch[], most: number): PackedMatch[] {
  return matches.length < 2 * most + 16 ? matches : inOrder(matches).slice(0, most);
}

/** The best first. */
function inOrder<M extends FindingOrderKey>(matches: readonly M[]): M[] {
  return [...matches].sort(compareWithinFinding);
}
