/** Verdicts of a made-up run, kept through reloads of the page as files would keep them. */
import { disagree, passes, stateOf } from '../../../src/core/review/judgements.js';
import { standingRoutes } from '../../../src/core/review/standingRoutes.js';
import { VerdictTally } from '../../../src/core/review/verdictTally.js';
import type { FindingId, JudgeRequest, SampleReview } from '../../../src/shared/engineCalls.js';
import { Failure } from '../../../src/shared/failure.js';
import type {
  FindingState,
  Judgement,
  ReviewChange,
  ReviewProgress,
  SampleRequest,
  VerdictFilter,
} from '../../../src/shared/verdict.js';
import { REVIEWER, type FakeRun } from './runs.js';

const KEY = 'verdicts';

/** What stood of each finding. */
type Standing = ReadonlyMap<FindingId, Judgement | undefined>;

export class FakeReview {
  readonly #own: Map<FindingId, Judgement>;
  readonly #steps: Standing[] = [];
  #undone: Standing[] = [];

  constructor(readonly fake: FakeRun) {
    const kept = sessionStorage.getItem(KEY);
    this.#own = new Map(kept === null ? [] : (JSON.parse(kept) as [FindingId, Judgement][]));
  }

  of(id: FindingId): readonly Judgement[] {
    const given = this.fake.judged?.(id) ?? [];
    const own = this.#own.get(id);
    const all = own ? [own, ...given.filter(({ reviewer }) => reviewer !== REVIEWER)] : given;
    return all.filter(({ verdict, note, routes }) => verdict !== 'cleared' || note !== '' || routes);
  }

  isJudged(id: FindingId): boolean {
    return this.#state(id).state !== 'open';
  }

  passes(filters: readonly VerdictFilter[], id: FindingId): boolean {
    const { state, disagreement } = this.#state(id);
    return passes(filters, state, disagreement);
  }

  progress(): ReviewProgress {
    const tally = new VerdictTally(this.fake.run.findings);
    const others = new Set<string>();
    let routed = 0;
    for (let id = 0; id < this.fake.run.findings; id++) {
      const { state, disagreement } = this.#state(id);
      tally.remove('open', false);
      tally.add(state, disagreement);
      if (standingRoutes(this.fake.rowOf(id).flags, this.of(id), REVIEWER).length > 0) routed++;
      for (const { reviewer } of this.of(id)) if (reviewer !== REVIEWER) others.add(reviewer);
    }
    return {
      reviewer: REVIEWER,
      total: this.fake.run.findings,
      counts: tally.counts,
      routed,
      others: [...others],
      damages: this.fake.damages ?? [],
    };
  }

  judge({ findings, verdict, note, routes }: Omit<JudgeRequest, 'run' | 'reviewer'>): ReviewChange {
    const before = new Map(findings.map((id) => [id, this.#ownOf(id)]));
    for (const [id, last] of before) {
      this.#own.set(id, {
        reviewer: REVIEWER,
        verdict: verdict ?? last?.verdict ?? 'cleared',
        note: note ?? last?.note ?? '',
        ...(routes && { routes: { ...last?.routes, ...routes } }),
        time: '2026-05-01T12:00:00.000Z',
      });
    }
    this.#steps.push(before);
    this.#undone = [];
    return this.#changed([...before.keys()]);
  }

  undo(): ReviewChange {
    const step = this.#steps.pop();
    if (!step) throw new Failure('usage', 'There is no verdict to undo.');
    this.#undone.push(this.#swap(step));
    return this.#changed([...step.keys()]);
  }

  redo(): ReviewChange {
    const step = this.#undone.pop();
    if (!step) throw new Failure('usage', 'There is no undone verdict to record again.');
    this.#steps.push(this.#swap(step));
    return this.#changed([...step.keys()]);
  }

  /** Puts what a step holds in the place of what stands; returns what stood. */
  #swap(step: Standing): Standing {
    const stood = new Map([...step.keys()].map((id) => [id, this.#ownOf(id)]));
    for (const [id, last] of step)
      this.#own.set(id, last ?? { reviewer: REVIEWER, verdict: 'cleared', note: '', time: '' });
    return stood;
  }

  /** Every so many-th finding, which is random enough for a page. */
  sample({ size, seed }: SampleRequest): SampleReview {
    const { findings: population } = this.fake.run;
    const step = Math.max(1, Math.floor(population / size));
    const findings = Array.from(
      { length: Math.min(size, population) },
      (_, i) => (seed + i * step) % population,
    );
    const counts = { open: 0, confirmed: 0, dismissed: 0, unsure: 0 };
    for (const id of findings) counts[this.#state(id).state]++;
    return { findings, population, counts };
  }

  #ownOf(id: FindingId): Judgement | undefined {
    return this.of(id).find(({ reviewer }) => reviewer === REVIEWER);
  }

  #state(id: FindingId): FindingState {
    const judgements = this.of(id);
    return { finding: id, state: stateOf(judgements, REVIEWER), disagreement: disagree(judgements) };
  }

  #changed(ids: readonly FindingId[]): ReviewChange {
    // A page may keep a few megabytes only.
    if (this.#own.size < 10_000) sessionStorage.setItem(KEY, JSON.stringify([...this.#own]));
    return { changed: ids.map((id) => this.#state(id)), leftAlone: 0, progress: this.progress() };
  }
}
