/** What every reviewer says of every pair: the entries of all verdict files, the latest of each reviewer standing. */
import type { Judgement, VerdictEntry } from '../../shared/verdict.js';

/** By pair, then by reviewer. */
type Standing = Map<string, Map<string, Judgement>>;

/** Files are read apart, since order speaks inside a file and only time between files. */
export class VerdictBook {
  readonly #files = new Map<string, Standing>();

  /** Forgets `file` and takes its `entries` in their order. */
  replace(file: string, entries: readonly VerdictEntry[]): void {
    this.#files.set(file, new Map());
    this.add(file, entries);
  }

  /** Takes entries that follow those of `file`. */
  add(file: string, entries: readonly VerdictEntry[]): void {
    const standing: Standing = this.#files.get(file) ?? new Map<string, Map<string, Judgement>>();
    this.#files.set(file, standing);
    for (const { pair, verdict, note, routes, reviewer, time } of entries) {
      const judgement: Judgement = { verdict, note, ...(routes && { routes }), reviewer, time };
      const byReviewer = standing.get(pair);
      if (byReviewer) byReviewer.set(judgement.reviewer, judgement);
      else standing.set(pair, new Map([[judgement.reviewer, judgement]]));
    }
  }

  remove(file: string): void {
    this.#files.delete(file);
  }

  /** Everybody's latest word on `pair`, by reviewer's name; cleared verdicts without a note or a route are nobody's word. */
  of(pair: string): readonly Judgement[] {
    const latest = new Map<string, Judgement>();
    for (const standing of this.#files.values()) {
      for (const [reviewer, judgement] of standing.get(pair) ?? []) {
        const known = latest.get(reviewer);
        if (!known || known.time <= judgement.time) latest.set(reviewer, judgement);
      }
    }
    if (latest.size === 0) return NONE;
    return [...latest.values()]
      .filter(({ verdict, note, routes }) => verdict !== 'cleared' || note !== '' || routes !== undefined)
      .sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1));
  }

  get empty(): boolean {
    return [...this.#files.values()].every((standing) => standing.size === 0);
  }

  /** Pairs of which anybody wrote anything. */
  pairs(): ReadonlySet<string> {
    return new Set([...this.#files.values()].flatMap((standing) => [...standing.keys()]));
  }

  /** Names of all who wrote anything, in order. */
  reviewers(): readonly string[] {
    const names = new Set<string>();
    for (const standing of this.#files.values()) {
      for (const byReviewer of standing.values())
        for (const reviewer of byReviewer.keys()) names.add(reviewer);
    }
    return [...names].sort();
  }
}

const NONE: readonly Judgement[] = [];
