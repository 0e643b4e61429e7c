/** What a run found in the records of one file, by record. */
import type { FindingId } from '../../shared/engineCalls.js';
import type { TableFinding, TableFindings } from '../../shared/tableCalls.js';
import type { RunReview } from '../review/runReview.js';
import type { RunModel } from '../runModel.js';

/** Findings with their suspect in one file, looked up by record. */
export class FindingsByRecord {
  readonly #ids = new Map<number, FindingId[]>();

  constructor(
    readonly model: RunModel,
    path: string,
  ) {
    for (const id of model.withSuspectIn(path)) {
      const { record } = model.finding(id).best.suspect;
      const known = this.#ids.get(record);
      if (known) known.push(id);
      else this.#ids.set(record, [id]);
    }
  }

  /** Best first. */
  of(record: number, review: RunReview): TableFinding[] {
    return (this.#ids.get(record) ?? []).map((id) => {
      const { kind, reported, originals, scores } = this.model.finding(id).best;
      return {
        id,
        kind,
        reported,
        originals,
        evidence: scores.distinctiveTokens.value,
        judgements: review.judgements(id),
      };
    });
  }

  /** All of them, in the order of their records, and how they stand with a reviewer. */
  all(review: RunReview, reviewer: string): TableFindings {
    const records = [...this.#ids.keys()].sort((a, b) => a - b);
    const found = records.flatMap((record) =>
      this.of(record, review).map((finding) => ({ record, ...finding })),
    );
    const ids = found.map(({ id }) => id);
    return {
      records: found.map(({ record }) => record),
      ids,
      kinds: found.map(({ kind, reported }) => (reported ? kind : 'too-little-evidence')),
      judged: ids.filter((id) => review.stateOf(id, reviewer).state !== 'open'),
    };
  }
}

/** What is shown beside one record. */
export type FindingsOf = (record: number) => readonly TableFinding[];
