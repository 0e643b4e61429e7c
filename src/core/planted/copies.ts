import { PLANTED_EDITS, type PlantedEdit } from '../../shared/planted.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { evidenceWeights } from '../score/weights.js';
import { seededRandom } from '../statistics/seededRandom.js';
import { Tokeniser } from '../text/tokenise.js';
import type { Tokens } from '../text/tokens.js';
import { Vocabulary } from '../text/vocabulary.js';
import { reordered } from './reordered.js';

/** An edited copy of the text `original` of a list. */
export interface Copy {
  readonly edit: PlantedEdit;
  readonly original: number;
  /** The second text that a merged copy was made of. */
  readonly other?: number;
  readonly text: string;
  /** The most that it may share with one original, in tokens, weighed as evidence. */
  readonly weight: number;
}

/** Share of words that an edit replaces. */
const REPLACED: Partial<Record<PlantedEdit, number>> = {
  'words 10 %': 0.1,
  'words 20 %': 0.2,
  'words 30 %': 0.3,
};

/**
 * Every edit of every text, the same for the same texts and seed; an edit that changes nothing of a text makes no copy
 * of it. Words are replaced by words of the other texts, and characters of scripts without spaces by such characters,
 * each with the edit's probability.
 */
export function* copiesOf(texts: readonly string[], steps: NormaliseSteps, seed: number): Generator<Copy> {
  const tokeniser = new Tokeniser(steps, new Vocabulary());
  const tokens = texts.map((text) => tokeniser.tokenise(text));
  const pool = new WordPool(texts, tokens);
  for (const [original, text] of texts.entries()) {
    const next = seededRandom(seed + original);
    const { weight, half } = weightsOf(text, tokens[original]!);
    const other = (original + 1) % texts.length;
    for (const edit of PLANTED_EDITS) {
      const share = REPLACED[edit];
      if (edit === 'unchanged') yield { edit, original, text, weight };
      else if (share !== undefined)
        yield { edit, original, text: pool.replace(original, share, next), weight };
      else if (edit === 'truncated')
        yield { edit, original, text: firstHalf(text, tokens[original]!), weight: half };
      else if (edit === 'reordered') {
        const changed = reordered(text, next);
        if (changed !== undefined) yield { edit, original, text: changed, weight };
      } else if (other !== original) {
        const halves = [original, other].map((one) => firstHalf(texts[one]!, tokens[one]!));
        const heavier = Math.max(half, weightsOf(texts[other]!, tokens[other]!).half);
        yield { edit, original, other, text: halves.join('\n\n'), weight: heavier };
      }
    }
  }
}

/** Up to the middle token. */
function firstHalf(text: string, { count, ends }: Tokens): string {
  return count === 0 ? text : text.slice(0, ends[Math.ceil(count / 2) - 1]);
}

/** What a text and its first half weigh as evidence, in tokens. */
function weightsOf(text: string, tokens: Tokens): { readonly weight: number; readonly half: number } {
  const halves = evidenceWeights(text, tokens);
  const upTo = (count: number) => halves.subarray(0, count).reduce((sum, one) => sum + one, 0) / 2;
  return { weight: upTo(tokens.count), half: upTo(Math.ceil(tokens.count / 2)) };
}

/** More than the tokens of any string. */
const TOKENS = 2 ** 30;

/** The words of all texts, by their weight, as often as they occur. */
class WordPool {
  /** Text and token in one number, since there may be millions. */
  readonly #byWeight = new Map<number, number[]>();

  constructor(
    private readonly texts: readonly string[],
    private readonly tokens: readonly Tokens[],
  ) {
    for (const [text, { count, halves }] of tokens.entries())
      for (let token = 0; token < count; token++) {
        const words = this.#byWeight.get(halves[token]!);
        const place = text * TOKENS + token;
        if (words) words.push(place);
        else this.#byWeight.set(halves[token]!, [place]);
      }
  }

  /** A text with each word that weighs anything replaced with probability `share`. */
  replace(text: number, share: number, next: () => number): string {
    const { count, starts, ends, halves } = this.tokens[text]!;
    const source = this.texts[text]!;
    const parts: string[] = [];
    let from = 0;
    for (let token = 0; token < count; token++) {
      if (halves[token] === 0 || next() >= share) continue;
      const words = this.#byWeight.get(halves[token]!)!;
      const drawn = words[Math.floor(next() * words.length)]!;
      const [other, place] = [Math.floor(drawn / TOKENS), drawn % TOKENS];
      const { starts: others, ends: endings } = this.tokens[other]!;
      parts.push(source.slice(from, starts[token]), this.texts[other]!.slice(others[place], endings[place]));
      from = ends[token]!;
    }
    return parts.join('') + source.slice(from);
  }
}
