/** The reviewer's verdicts from the table: recorded by the host, and which findings are still open. */
import type { DatasetCalls } from '../../shared/datasetCalls.js';
import type { FindingId } from '../../shared/findingQuery.js';
import type { Client } from '../../shared/rpc.js';
import type { TableFindings } from '../../shared/tableCalls.js';
import type { ReviewChange, Verdict } from '../../shared/verdict.js';

/** Findings that one key judges, and the records that they are of, both in the file's order. */
export interface Chosen {
  readonly findings: readonly FindingId[];
  readonly records: readonly number[];
  /** How many of the findings are not reported. */
  readonly weak: number;
}

export class Verdicts {
  readonly #judged: Set<FindingId>;
  readonly #records: ReadonlyMap<FindingId, number>;

  constructor(
    private readonly calls: Client<DatasetCalls>,
    private readonly findings: TableFindings,
  ) {
    this.#judged = new Set(findings.judged);
    this.#records = new Map(findings.ids.map((id, at) => [id, findings.records[at]!]));
  }

  /** The best finding of a record, whether its row is here or still on its way. */
  bestOf(record: number): FindingId | undefined {
    return this.findings.ids[this.findings.records.indexOf(record)];
  }

  /** All findings of the records that `has` accepts. */
  of(has: (record: number) => boolean): Chosen {
    const { records, ids } = this.findings;
    const chosen = { findings: [] as FindingId[], records: [] as number[], weak: 0 };
    // One pass without copies: a run may have 100,000 findings, and every move of the selection asks.
    for (let at = 0; at < records.length; at++) {
      const record = records[at]!;
      if (!has(record)) continue;
      chosen.findings.push(ids[at]!);
      if (chosen.records.at(-1) !== record) chosen.records.push(record);
      if (this.#isWeak(at)) chosen.weak++;
    }
    return chosen;
  }

  /** Judges findings as one step; rejects with the host's failure. */
  judge(findings: readonly FindingId[], verdict: Verdict): Promise<ReviewChange> {
    return this.#noted(this.calls.call('judge', { findings, verdict }));
  }

  /** Puts a note on findings; rejects with the host's failure. */
  annotate(findings: readonly FindingId[], note: string): Promise<ReviewChange> {
    return this.#noted(this.calls.call('judge', { findings, note }));
  }

  /** Takes the last step back, or does it again; rejects with the host's failure. */
  step(way: 'undo' | 'redo'): Promise<ReviewChange> {
    return this.#noted(this.calls.call(way, {}));
  }

  /** `record` if one of these findings is of it, else their first record; undefined if none of them is of this file. */
  recordOf(findings: readonly FindingId[], record: number): number | undefined {
    const records = findings.flatMap((finding) => this.#records.get(finding) ?? []);
    if (records.includes(record)) return record;
    return records.length === 0 ? undefined : records.reduce((a, b) => Math.min(a, b));
  }

  /** The next record behind `record` with a reported finding that is not judged; around the end. */
  nextOpen(record: number): number | undefined {
    const { records, ids } = this.findings;
    const open = records.filter((_, at) => !this.#isWeak(at) && !this.#judged.has(ids[at]!));
    return open.find((found) => found > record) ?? open[0];
  }

  #isWeak(at: number): boolean {
    return this.findings.kinds[at] === 'too-little-evidence';
  }

  async #noted(changing: Promise<ReviewChange>): Promise<ReviewChange> {
    const change = await changing;
    for (const { finding, state } of change.changed) {
      if (state === 'open') this.#judged.delete(finding);
      else this.#judged.add(finding);
    }
    return change;
  }
}
