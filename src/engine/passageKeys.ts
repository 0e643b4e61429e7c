/** Which findings share one passage, whatever else they share: the boilerplate that comes back 300 times. */
import { windowKeys, type WindowKeys } from '../core/score/windowKeys.js';
import { Tokeniser } from '../core/text/tokenise.js';
import { Vocabulary } from '../core/text/vocabulary.js';
import { throwIfCancelled } from '../shared/failure.js';
import type { FindingId } from '../shared/findingQuery.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { Finding, RunModel } from './runModel.js';

/** Tokens that two findings have to share in a row; half of them decide that a passage counts at all. */
const WINDOW = 8;
const AT_ONCE = 64;

export class PassageKeys {
  readonly #vocabulary = new Vocabulary();
  readonly #tokeniser: Tokeniser;
  /** Keys of the windows of each finding's strongest passage, as far as it was looked at. */
  readonly #windows = new Map<FindingId, Float64Array>();
  /** The answer given last, for the headings of its groups. */
  #chosen: ReadonlyMap<FindingId, number> = new Map();

  constructor(
    readonly model: RunModel,
    readonly texts: ResponseTexts,
  ) {
    this.#tokeniser = new Tokeniser(model.manifest.parameters.normalise, this.#vocabulary);
  }

  /**
   * Returns for each finding the window of its strongest passage that most of the other findings have as well:
   * texts with the same boilerplate have all its windows in common, so they choose the same one.
   */
  async of(findings: readonly Finding[], pace: Pace): Promise<ReadonlyMap<FindingId, number>> {
    const counts = new Map<number, number>();
    for (let at = 0; at < findings.length; at += AT_ONCE) {
      const some = findings.slice(at, at + AT_ONCE);
      const windows = await Promise.all(some.map((finding) => this.#windowsOf(finding.id)));
      for (const keys of windows) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      await pace.breathe();
      throwIfCancelled(pace.hooks.signal);
    }
    const chosen = new Map<FindingId, number>();
    for (const { id } of findings) {
      const best = mostFrequent(this.#windows.get(id)!, counts);
      if (best !== undefined) chosen.set(id, best);
    }
    this.#chosen = chosen;
    return chosen;
  }

  /** Where the window that a finding was grouped by last starts in its suspect's text; 0 if it was not. */
  async startOf(id: FindingId): Promise<number> {
    const key = this.#chosen.get(id);
    return key === undefined ? 0 : ((await this.#read(id)).get(key) ?? 0);
  }

  async #windowsOf(id: FindingId): Promise<Float64Array> {
    let keys = this.#windows.get(id);
    if (!keys) {
      keys = Float64Array.from((await this.#read(id)).keys());
      this.#windows.set(id, keys);
    }
    return keys;
  }

  async #read(id: FindingId): Promise<WindowKeys> {
    const { suspect, passages } = await this.model.match(id, 0);
    const [strongest] = passages.toSorted((a, b) => b.score - a.score);
    if (!strongest) return new Map();
    const [start, end] = strongest.suspect;
    const { text } = await this.texts.at(suspect);
    const tokens = this.#tokeniser.tokenise(text.slice(start, end));
    const keys = windowKeys(tokens, this.#vocabulary, WINDOW);
    return new Map([...keys].map(([key, at]) => [key, start + at]));
  }
}

/** The key that occurs most often, the least of several; undefined where there is none. */
function mostFrequent(keys: Float64Array, counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const key of keys) {
    const count = counts.get(key)!;
    if (count > most || (count === most && key < best!)) [best, most] = [key, count];
  }
  return best;
}
