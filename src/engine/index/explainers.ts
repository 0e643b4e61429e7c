/** The further texts that explain what the suspects of a block share with originals, each once. */
import { KeyedNumbers } from '../../core/index/keyedNumbers.js';
import type { SharedMemory } from '../../core/index/sharedMemory.js';
import type { Explainer } from '../../core/match/prepare.js';
import { hashText } from '../../core/score/hashing.js';
import { TextPacker, unpackText, type PackedTexts } from './packedTexts.js';

type Named = Omit<Explainer, 'text'>;

/** Their texts are in shared memory: of several controls a suspect they are more than the suspects'. */
export interface Explainers {
  readonly texts: PackedTexts;
  /** Why each explains, and its name. */
  readonly named: readonly Named[];
}

export class ExplainerPacker {
  readonly #texts: TextPacker;
  readonly #named: Named[] = [];
  readonly #byHash = new KeyedNumbers();
  #units = 0;

  /** Packs over whatever explainers were in the memory before. */
  constructor(memory: SharedMemory) {
    this.#texts = new TextPacker(memory, 'explainers');
  }

  /** Code units of all of them. */
  get units(): number {
    return this.#units;
  }

  /** The number of the explainer, which it has from now on. */
  numberOf({ text, ...named }: Explainer): number {
    const hash = hashText(text);
    const known = this.#byHash.of(hash).find((one) => {
      const { reason, name } = this.#named[one]!;
      return reason === named.reason && name === named.name && this.#texts.at(one) === text;
    });
    if (known !== undefined) return known;
    this.#byHash.add(hash);
    this.#named.push(named);
    this.#units += text.length;
    return this.#texts.add(text);
  }

  /** All of them, by their numbers. */
  finish(): Explainers {
    return { texts: this.#texts.finish(), named: this.#named };
  }
}

/** The explainer of that number. */
export function explainerAt({ texts, named }: Explainers, number: number): Explainer {
  return { ...named[number]!, text: unpackText(texts, number) };
}
