/** Free text in either side of the findings; the last search is kept, since list and histogram ask alike. */
import { throwIfCancelled } from '../shared/failure.js';
import type { FindingId } from '../shared/findingQuery.js';
import type { Pace } from './pace.js';
import type { ResponseTexts } from './responseTexts.js';
import type { Finding, RunModel } from './runModel.js';

/** Findings looked at between two looks at the message queue: reading lets go of the thread, not of the queue. */
const AT_ONCE = 64;

export class TextSearch {
  #text = '';
  /** What is known of the findings that were looked at. */
  #known = new Map<FindingId, boolean>();

  constructor(
    readonly model: RunModel,
    readonly texts: ResponseTexts,
  ) {}

  /** Returns the ids of those of `findings` that hold `text`, as text, without regard to case; 'all' for no text. */
  async among(findings: readonly Finding[], text: string, pace: Pace): Promise<Set<FindingId> | 'all'> {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return 'all';
    if (wanted !== this.#text) {
      this.#text = wanted;
      this.#known = new Map();
    }
    const known = this.#known;
    const unknown = findings.filter(({ id }) => !known.has(id));
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE);
      const found = await Promise.all(some.map((finding) => this.#mentions(finding, wanted)));
      some.forEach(({ id }, i) => known.set(id, found[i]!));
      await pace.breathe();
      throwIfCancelled(pace.hooks.signal);
    }
    return new Set(findings.filter(({ id }) => known.get(id)).map(({ id }) => id));
  }

  async #mentions(finding: Finding, wanted: string): Promise<boolean> {
    if (await this.texts.holds(finding.best.suspect, wanted)) return true;
    for (const { original } of await this.model.matches(finding.id)) {
      if (await this.texts.holds(original, wanted)) return true;
    }
    return false;
  }
}
