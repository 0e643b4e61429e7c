/** All that the panel has for verdicts: judging, the filter by verdict, the sample, and how far the review is. */
import { NO_FILTER, type FindingId } from '../../shared/findingQuery.js';
import { KINDS } from '../../shared/match.js';
import type { PanelAction, PanelCalls, PanelRun } from '../../shared/panelCalls.js';
import type { Client } from '../../shared/rpc.js';
import type { ReviewProgress, Verdict } from '../../shared/verdict.js';
import type { ListPane } from '../list/listPane.js';
import type { Tooltip } from '../parts/tooltip.js';
import type { Query } from '../place.js';
import { Reviewing, type ReviewAction } from './reviewing.js';
import { Sampling } from './sampling.js';
import { VerdictFilters } from './verdictFilters.js';

export interface ReviewPartOptions {
  readonly run: PanelRun;
  readonly calls: Client<PanelCalls>;
  readonly tooltip: Tooltip;
  readonly list: () => ListPane;
  readonly excludable: () => string;
  readonly query: () => Query;
  readonly onQuery: (change: Partial<Query>) => void;
  readonly onAction: (action: PanelAction) => void;
  readonly onProgress: (progress: ReviewProgress) => void;
  readonly onProblem: (what: string, error: unknown) => void;
  readonly announce: (text: string) => void;
}

export class ReviewPart {
  readonly reviewing: Reviewing;
  readonly #filters: VerdictFilters;
  readonly #sampling: Sampling;

  constructor(readonly options: ReviewPartOptions) {
    const { run, tooltip, query, onQuery } = options;
    this.#filters = new VerdictFilters(tooltip, (verdicts) => onQuery({ verdicts }));
    this.reviewing = new Reviewing({
      ...options,
      onProgress: (progress) => {
        this.#filters.count(progress.counts);
        options.onProgress(progress);
        if (query().sample) void this.#sampling.update();
      },
    });
    this.#sampling = new Sampling({
      ...options,
      population: run.review.total,
      sample: () => query().sample,
      onSample: (sample) => {
        // A filter would hide a part of the sample, and the rest would be none.
        onQuery({ ...NO_FILTER, kinds: sample ? KINDS : query().kinds, sample });
        options.list().focus();
      },
    });
  }

  /** What stands above the list. */
  get tools(): readonly HTMLElement[] {
    return [this.reviewing.progress.damage, this.#sampling.bar.element];
  }

  /** The filter by verdict. */
  get filters(): HTMLElement {
    return this.#filters.element;
  }

  /** Offers to draw a sample. */
  get offer(): HTMLElement {
    return this.#sampling.offer;
  }

  /** Shows how far the review was when the panel opened. */
  start(): void {
    this.reviewing.start();
    this.show();
  }

  /** Shows which filters are in use, and the sample if there is one. */
  show(): void {
    this.#filters.press(this.options.query().verdicts ?? []);
    void this.#sampling.update();
  }

  /** Judges `findings` as one step: a whole group, say, is one decision. */
  judge(verdict: Verdict, findings: readonly FindingId[]): void {
    this.reviewing.judge(verdict, findings);
  }

  get actions(): Readonly<Record<ReviewAction | 'drawSample', () => void>> {
    return { ...this.reviewing.actions, drawSample: () => void this.#sampling.draw() };
  }
}
