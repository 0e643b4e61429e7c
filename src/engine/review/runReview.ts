/** The review of one run: its findings by their verdicts. A finding's verdict is that of its best match. */
import { disagree, stateOf } from '../../core/review/judgements.js';
import { standingRoutes } from '../../core/review/standingRoutes.js';
import { VerdictTally } from '../../core/review/verdictTally.js';
import { Failure } from '../../shared/failure.js';
import type { FindingId } from '../../shared/engineCalls.js';
import { routesIn, type Route } from '../../shared/route.js';
import type { FindingState, Judgement, ReviewChange, ReviewProgress } from '../../shared/verdict.js';
import type { Finding, RunModel } from '../runModel.js';
import type { Review, VerdictChange } from './review.js';

interface Counted {
  readonly reviewer: string;
  readonly version: number;
  readonly tally: VerdictTally;
  /** How each reported finding was counted of whose pair anybody wrote anything; the others are open. */
  readonly states: Map<FindingId, FindingState>;
  /** Reported findings with an innocent route, and those whose pair was judged. */
  routed: number;
  readonly withRoute: Map<FindingId, boolean>;
}

export class RunReview {
  readonly #reported: FindingId[] = [];
  /** Reported findings with a route that the data shows. */
  #routedByData = 0;
  #byPair: Map<string, FindingId[]> | undefined;
  #counted: Counted | undefined;

  constructor(
    private readonly model: RunModel,
    private readonly review: Review,
  ) {
    for (const { id, best } of model.findings) {
      if (!best.reported) continue;
      this.#reported.push(id);
      if (routesIn(best.flags).length > 0) this.#routedByData++;
    }
  }

  /** The reported findings, in the run's order. */
  get reported(): readonly FindingId[] {
    return this.#reported;
  }

  judgements(id: FindingId): readonly Judgement[] {
    // The pair of a finding is made of its bytes when it is asked for, which 100,000 need not be for nothing.
    if (this.review.untouched) return [];
    return this.review.of(this.model.finding(id).best.pair);
  }

  /** How a finding stands with `reviewer`; open if that is nobody. */
  stateOf(id: FindingId, reviewer: string | undefined): FindingState {
    const judgements = this.judgements(id);
    const state = reviewer === undefined ? 'open' : stateOf(judgements, reviewer);
    return { finding: id, state, disagreement: disagree(judgements) };
  }

  /** Those of `findings` that `reviewer` has judged, in their order. */
  judgedAmong(findings: readonly Finding[], reviewer: string | undefined): FindingId[] {
    if (this.review.untouched) return [];
    return findings.map(({ id }) => id).filter((id) => this.stateOf(id, reviewer).state !== 'open');
  }

  /** The innocent routes of a finding as `reviewer` sees them; as everybody does if that is nobody. */
  routesOf(id: FindingId, reviewer: string | undefined): readonly Route[] {
    return standingRoutes(this.model.finding(id).best.flags, this.judgements(id), reviewer);
  }

  /** How far `reviewer` is. */
  progress(reviewer: string): ReviewProgress {
    const { tally, routed } = this.#count(reviewer);
    return {
      reviewer,
      total: this.#reported.length,
      counts: tally.counts,
      routed,
      others: this.review.reviewers.filter((name) => name !== reviewer),
      damages: this.review.damages,
    };
  }

  /** Judges findings together, as one step; equal pairs share the verdict. Resolves once it is on the disk. */
  async judge(
    reviewer: string,
    findings: readonly FindingId[],
    change: VerdictChange,
  ): Promise<ReviewChange> {
    const counted = this.#count(reviewer);
    const pairs = findings.map((id) => this.model.finding(id).best.pair);
    const changed = await this.review.judge(reviewer, pairs, change);
    return this.#changed(reviewer, counted, changed, 0);
  }

  /** Takes back the reviewer's last step; throws Failure('usage') if there is none. */
  async undo(reviewer: string): Promise<ReviewChange> {
    const counted = this.#count(reviewer);
    const undone = await this.review.step(reviewer, 'undo');
    if (!undone) throw new Failure('usage', 'There is no verdict to undo.');
    return this.#changed(reviewer, counted, undone.pairs, undone.leftAlone);
  }

  /** Does the step again that was taken back last; throws Failure('usage') if there is none. */
  async redo(reviewer: string): Promise<ReviewChange> {
    const counted = this.#count(reviewer);
    const redone = await this.review.step(reviewer, 'redo');
    if (!redone) throw new Failure('usage', 'There is no undone verdict to record again.');
    return this.#changed(reviewer, counted, redone.pairs, redone.leftAlone);
  }

  #changed(reviewer: string, counted: Counted, pairs: readonly string[], leftAlone: number): ReviewChange {
    const changed = pairs.flatMap((pair) => this.#with(pair)).map((id) => this.stateOf(id, reviewer));
    // Counted on from before, unless somebody else wrote in between: then anew.
    if (this.review.version <= counted.version + 1) {
      for (const state of changed) this.#recount(counted, state);
      this.#counted = { ...counted, version: this.review.version };
    }
    return { changed, leftAlone, progress: this.progress(reviewer) };
  }

  #count(reviewer: string): Counted {
    const { version } = this.review;
    const known = this.#counted;
    if (known?.reviewer === reviewer && known.version === version) return known;
    const tally = new VerdictTally(this.#reported.length);
    const counted: Counted = {
      ...{ reviewer, version, tally, states: new Map() },
      ...{ routed: this.#routedByData, withRoute: new Map() },
    };
    for (const pair of this.review.pairs)
      for (const id of this.#with(pair)) this.#recount(counted, this.stateOf(id, reviewer));
    this.#counted = counted;
    return counted;
  }

  /** The findings of a pair. The look-up is made when the first pair was judged: a fresh run opens without. */
  #with(pair: string): readonly FindingId[] {
    return (this.#byPair ??= byPair(this.model)).get(pair) ?? [];
  }

  #recount(counted: Counted, now: FindingState): void {
    const { tally, states, withRoute, reviewer } = counted;
    const { best } = this.model.finding(now.finding);
    // Findings with too little evidence can be judged, and are not what the review has to get through.
    if (!best.reported) return;
    const had = withRoute.get(now.finding) ?? routesIn(best.flags).length > 0;
    const has = this.routesOf(now.finding, reviewer).length > 0;
    counted.routed += Number(has) - Number(had);
    withRoute.set(now.finding, has);
    const before = states.get(now.finding) ?? { state: 'open', disagreement: false };
    tally.remove(before.state, before.disagreement);
    tally.add(now.state, now.disagreement);
    states.set(now.finding, now);
  }
}

function byPair(model: RunModel): Map<string, FindingId[]> {
  const ids = new Map<string, FindingId[]>();
  for (const { id, best } of model.findings) {
    const { pair } = best;
    const known = ids.get(pair);
    if (known) known.push(id);
    else ids.set(pair, [id]);
  }
  return ids;
}
