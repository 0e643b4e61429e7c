/** The verdicts of one case: what everybody says of a pair, and a reviewer's changes with the way back. */
import { sameRoutes } from '../../core/review/standingRoutes.js';
import type { Stand } from '../../core/review/verdictSteps.js';
import type { VerdictFolder } from '../../io/verdicts/verdictFolder.js';
import type { RouteMarks } from '../../shared/route.js';
import type { ChainDamage } from '../../shared/chain.js';
import type { Judgement, Verdict, VerdictEntry } from '../../shared/verdict.js';

/** What is said anew of every pair; what is absent stays as it is. */
export interface VerdictChange {
  readonly verdict?: Verdict;
  readonly note?: string;
  /** Those that are absent stay as they are. */
  readonly routes?: RouteMarks;
}

export class Review {
  /** Grows with every change, whoever made it. */
  version = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: VerdictFolder) {}

  get damages(): readonly ChainDamage[] {
    return this.folder.damages;
  }

  get reviewers(): readonly string[] {
    return this.folder.book.reviewers();
  }

  /** True until anybody wrote anything of any pair. */
  get untouched(): boolean {
    return this.folder.book.empty;
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
      const time = this.folder.steps(reviewer).nextTime(new Date());
      const entries = [...new Set(pairs)].flatMap((pair): VerdictEntry[] => {
        const before = this.#own(pair, reviewer);
        const verdict = change.verdict ?? before?.verdict ?? 'cleared';
        const note = change.note ?? before?.note ?? '';
        const routes = change.routes ? { ...before?.routes, ...change.routes } : before?.routes;
        const after = { verdict, note, ...(routes && { routes }) };
        return this.#stands(pair, reviewer, after) ? [] : [{ pair, ...after, reviewer, time }];
      });
      await this.#write(reviewer, entries);
      return entries.map(({ pair }) => pair);
    });
  }

  /**
   * Takes the reviewer's last step back, by entries that say again what stood before it, or does the step again that
   * was taken back last. The steps are those in the file, whichever window wrote them. Pairs that stand otherwise by now
   * are left alone and counted. Undefined if there is no step.
   */
  step(
    reviewer: string,
    way: 'undo' | 'redo',
  ): Promise<{ pairs: readonly string[]; leftAlone: number } | undefined> {
    return this.#inTurn(async () => {
      const steps = this.folder.steps(reviewer);
      const step = way === 'undo' ? steps.toUndo : steps.toRedo;
      if (!step) return undefined;
      const time = steps.nextTime(new Date());
      const entries = step.written
        .map(({ pair, before, after }) =>
          way === 'undo' ? { pair, from: after, to: before } : { pair, from: before, to: after },
        )
        .filter(({ pair, from }) => this.#stands(pair, reviewer, from))
        .map(({ pair, to }): VerdictEntry => ({ pair, ...to, reviewer, time, [way]: step.time }));
      if (entries.length === 0) steps.drop(step);
      await this.#write(reviewer, entries);
      return { pairs: entries.map(({ pair }) => pair), leftAlone: step.written.length - entries.length };
    });
  }

  async #write(reviewer: string, entries: readonly VerdictEntry[]): Promise<void> {
    if (entries.length === 0) return;
    if (await this.folder.append(reviewer, entries)) this.version++;
    this.version++;
  }

  #own(pair: string, reviewer: string): Judgement | undefined {
    return this.of(pair).find((judgement) => judgement.reviewer === reviewer);
  }

  #stands(pair: string, reviewer: string, { verdict, note, routes }: Stand): boolean {
    const now = this.#own(pair, reviewer);
    return (
      (now?.verdict ?? 'cleared') === verdict && (now?.note ?? '') === note && sameRoutes(now?.routes, routes)
    );
  }

  /** One after the other: each change builds on what stands before it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
