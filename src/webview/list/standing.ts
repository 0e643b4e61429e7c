/** How the findings of a list stand since it was loaded: which are judged, and which no longer pass its filter. */
import { passes } from '../../core/review/judgements.js';
import type { FindingId, FindingList } from '../../shared/findingQuery.js';
import type { FindingState, VerdictFilter } from '../../shared/verdict.js';

export class Standing {
  readonly #judged: Set<FindingId>;
  readonly #listed: ReadonlySet<FindingId>;
  readonly #passed = new Set<FindingId>();

  constructor(
    { ids, judged }: Pick<FindingList, 'ids' | 'judged'>,
    readonly verdicts: readonly VerdictFilter[],
  ) {
    this.#judged = new Set(judged);
    this.#listed = new Set(ids);
  }

  /** Findings that no longer pass the filter and are shown all the same, so that nothing jumps. */
  get passed(): number {
    return this.#passed.size;
  }

  /** How many of `ids` are judged. */
  judgedOf(ids: readonly FindingId[]): number {
    return ids.filter((id) => this.#judged.has(id)).length;
  }

  /** True if all of `ids` are judged. */
  isJudged(ids: readonly FindingId[]): boolean {
    return ids.every((id) => this.#judged.has(id));
  }

  /** Takes note of new verdicts. */
  change(changed: readonly FindingState[]): void {
    for (const { finding, state, disagreement } of changed) {
      if (state === 'open') this.#judged.delete(finding);
      else this.#judged.add(finding);
      if (passes(this.verdicts, state, disagreement) || !this.#listed.has(finding))
        this.#passed.delete(finding);
      else this.#passed.add(finding);
    }
  }
}
