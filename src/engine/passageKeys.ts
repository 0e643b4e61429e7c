/** Which findings share one passage, whatever else they share: the boilerplate that comes back 300 times. */
import { KeyCounts } from '../core/score/keyCounts.js';
import { windowKeys, type WindowKeys } from '../core/score/windowKeys.js';
import { Tokeniser } from '../core/text/tokenise.js';
import { Vocabulary } from '../core/text/vocabulary.js';
import type { FindingId } from '../shared/findingQuery.js';
import type { Match, MatchSide, Passage } from '../shared/match.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { Finding, RunModel } from './runModel.js';

type Span = Passage['suspect'];

/** Tokens that two findings have to share in a row; half of them decide that a passage counts at all. */
const WINDOW = 8;

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
    await this.#readAll(
      findings.filter(({ id }) => !this.#windows.has(id)),
      pace,
    );
    const windows = findings.reduce((sum, { id }) => sum + this.#windows.get(id)!.length, 0);
    const counts = new KeyCounts(windows);
    for (const { id } of findings) {
      for (const key of this.#windows.get(id)!) counts.add(key);
      await pace.breathe();
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

  /** The run's matches in their order, then the suspects in the order of their files. */
  async #readAll(findings: readonly Finding[], pace: Pace): Promise<void> {
    const total = 2 * findings.length;
    let done = 0;
    const step = async (read: number) => {
      pace.report({ phase: 'Grouping', done: (done += read), total, unit: 'responses' });
      await pace.breathe();
    };
    const lines = findings.map(({ id, matches }) => ({ id, line: matches[0]! }));
    const passages: { id: FindingId; at: MatchSide; span: Span }[] = [];
    for await (const batch of this.model.file.each(lines)) {
      for (const [{ id }, match] of batch) passages.push({ id, at: match.suspect, span: strongest(match) });
      await step(batch.length);
    }
    for await (const batch of this.texts.each(passages)) {
      for (const [{ id, span }, text] of batch) this.#windows.set(id, keysOnly(this.#keysOf(text, span)));
      await step(batch.length);
    }
  }

  async #read(id: FindingId): Promise<WindowKeys> {
    const match = await this.model.match(id, 0);
    const span = strongest(match);
    const { text } = await this.texts.at(match.suspect);
    return new Map([...this.#keysOf(text, span)].map(([key, at]) => [key, span[0] + at]));
  }

  #keysOf(text: string, [start, end]: Span): WindowKeys {
    return windowKeys(this.#tokeniser.tokenise(text.slice(start, end)), this.#vocabulary, WINDOW);
  }
}

function keysOnly(windows: WindowKeys): Float64Array {
  const keys = new Float64Array(windows.size);
  let at = 0;
  for (const key of windows.keys()) keys[at++] = key;
  return keys;
}

/** Where a match's strongest passage, the first of several, stands in its suspect; nowhere without one. */
function strongest({ passages }: Match): Span {
  let best: Passage | undefined;
  for (const passage of passages) if (!best || passage.score > best.score) best = passage;
  return best?.suspect ?? [0, 0];
}

/** The key that occurs most often, the least of several; undefined where there is none. */
function mostFrequent(keys: Float64Array, counts: KeyCounts): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const key of keys) {
    const count = counts.of(key);
    if (count > most || (count === most && key < best!)) [best, most] = [key, count];
  }
  return best;
}
