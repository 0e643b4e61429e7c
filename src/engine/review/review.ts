/** The verdicts of one case: what everybody says of a pair, and a reviewer's changes with the way back. */
import type { VerdictFolder } from '../../io/verdicts/verdictFolder.js';
import type { Judgement, Verdict, VerdictDamage, VerdictEntry } from '../../shared/verdict.js';

/** What is said anew of every pair; what is absent stays as it is. */
export interface VerdictChange {
  readonly verdict?: Verdict;
  readonly note?: string;
}

interface Step {
  readonly reviewer: string;
  /** For each pair what was written, and what stood before. */
  readonly written: readonly { readonly entry: VerdictEntry; readonly before: Judgement | undefined }[];
}

/** Steps that can be undone, the oldest forgotten first. */
const KEPT_STEPS = 500;

export class Review {
  /** Grows with every change, whoever made it. */
  version = 0;
  readonly #steps: Step[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: VerdictFolder) {}

  get damages(): readonly VerdictDamage[] {
    return this.folder.damages;
  }

  get reviewers(): readonly string[] {
    return this.folder.book.reviewers();
  }

  /** Pairs of which anybody wrote anything. */
  get pairs(): ReadonlySet<string> {
    return this.folder.book.pairs();
  }

  /** Everybody's latest word on `pair`, by reviewer's name. */
  of(pair: string): readonly Judgement[] {
    return this.folder.book.of(pair);
  }

  /** Reads what others wrote since the last look. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      if (await this.folder.look()) this.version++;
    });
  }

  /** Records one change of all `pairs` as one step; resolves with the pairs it changed, once they are on the disk. */
  judge(reviewer: string, pairs: readonly string[], change: VerdictChange): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const time = new Date().toISOString();
      const written: Step['written'] = [...new Set(pairs)].flatMap((pair) => {
        const before = this.#own(pair, reviewer);
        const verdict = change.verdict ?? before?.verdict ?? 'cleared';
        const note = change.note ?? before?.note ?? '';
        const same = verdict === (before?.verdict ?? 'cleared') && note === (before?.note ?? '');
        return same ? [] : [{ entry: { pair, verdict, note, reviewer, time }, before }];
      });
      await this.#write(reviewer, written);
      if (written.length > 0) this.#steps.push({ reviewer, written });
      if (this.#steps.length > KEPT_STEPS) this.#steps.shift();
      return written.map(({ entry }) => entry.pair);
    });
  }

  /**
   * Takes the reviewer's last step back, by entries that say again what stood before it. Pairs that were judged again
   * since, in another window, are left alone and counted. Undefined if there is no step.
   */
  undo(reviewer: string): Promise<{ pairs: readonly string[]; leftAlone: number } | undefined> {
    return this.#inTurn(async () => {
      const at = this.#steps.findLastIndex((step) => step.reviewer === reviewer);
      const step = this.#steps[at];
      if (!step) return undefined;
      const time = new Date().toISOString();
      const back = step.written
        .filter(({ entry }) => this.#stillStands(entry))
        .map(({ entry, before }) => ({
          entry: {
            pair: entry.pair,
            verdict: before?.verdict ?? ('cleared' as const),
            note: before?.note ?? '',
            reviewer,
            time,
          },
          before: undefined,
        }));
      await this.#write(reviewer, back);
      this.#steps.splice(at, 1);
      return { pairs: back.map(({ entry }) => entry.pair), leftAlone: step.written.length - back.length };
    });
  }

  async #write(reviewer: string, written: Step['written']): Promise<void> {
    if (written.length === 0) return;
    const entries = written.map(({ entry }) => entry);
    if (await this.folder.append(reviewer, entries)) this.version++;
    this.version++;
  }

  #own(pair: string, reviewer: string): Judgement | undefined {
    return this.of(pair).find((judgement) => judgement.reviewer === reviewer);
  }

  #stillStands({ pair, reviewer, verdict, note }: VerdictEntry): boolean {
    const now = this.#own(pair, reviewer);
    return (now?.verdict ?? 'cleared') === verdict && (now?.note ?? '') === note;
  }

  /** One after the other: each change builds on what stands before it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
