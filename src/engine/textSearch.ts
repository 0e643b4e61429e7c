/** Free text in either side of the findings; the last search is kept, since list and histogram ask alike. */
import type { FindingId } from '../shared/findingQuery.js';
import type { MatchSide } from '../shared/match.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { Finding } from './runModel.js';

/** A response and the findings that it belongs to. */
interface Place {
  readonly at: MatchSide;
  readonly ids: FindingId[];
}

export class TextSearch {
  #text = '';
  /** What is known of the findings that were looked at. */
  #known = new Map<FindingId, boolean>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly texts: ResponseTexts) {}

  /**
   * Returns the ids of those of `findings` that hold `text`, as text, without regard to case; 'all' for no text. One
   * search after the other, since the second mostly asks for what the first found out. Throws the cancelled failure.
   */
  async among(findings: readonly Finding[], text: string, pace: Pace): Promise<Set<FindingId> | 'all'> {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return 'all';
    const found = this.#turn.then(() => this.#search(findings, wanted, pace));
    this.#turn = found.catch(() => undefined);
    return found;
  }

  async #search(findings: readonly Finding[], wanted: string, pace: Pace): Promise<Set<FindingId>> {
    if (wanted !== this.#text) {
      this.#text = wanted;
      this.#known = new Map();
    }
    const known = this.#known;
    const unknown = findings.filter(({ id }) => !known.has(id));
    const suspects = places(unknown, ({ best }) => [best.suspect]);
    const originals = places(unknown, (finding) => finding.originals.map(({ at }) => at));
    const total = suspects.length + originals.length;
    const found = new Set<FindingId>();
    let done = 0;
    for (const side of [suspects, originals]) {
      // What is found in the suspect needs no look at its originals.
      const open = side.filter(({ ids }) => ids.some((id) => !found.has(id)));
      done += side.length - open.length;
      for await (const batch of this.texts.each(open)) {
        for (const [{ ids }, text] of batch)
          if (text.toLowerCase().includes(wanted)) for (const id of ids) found.add(id);
        pace.report({ phase: 'Searching', done: (done += batch.length), total, unit: 'responses' });
        await pace.breathe();
      }
    }
    for (const { id } of unknown) known.set(id, found.has(id));
    return new Set(findings.filter(({ id }) => known.get(id)).map(({ id }) => id));
  }
}

/** The responses of findings, each once. */
function places(findings: readonly Finding[], sidesOf: (finding: Finding) => readonly MatchSide[]): Place[] {
  const known = new Map<string, Place>();
  for (const finding of findings) {
    for (const at of sidesOf(finding)) {
      const key = JSON.stringify([at.path, at.record, at.pointer, at.range ?? null]);
      const place = known.get(key);
      if (place) place.ids.push(finding.id);
      else known.set(key, { at, ids: [finding.id] });
    }
  }
  return [...known.values()];
}
