/** The reviewer's verdicts from the table: recorded by the host, and which findings are still open. */
import type { DatasetCalls } from '../../shared/datasetCalls.js';
import type { FindingId } from '../../shared/findingQuery.js';
import type { Client } from '../../shared/rpc.js';
import type { TableFindings } from '../../shared/tableCalls.js';
import type { ReviewChange, Verdict } from '../../shared/verdict.js';

export class Verdicts {
  readonly #judged: Set<FindingId>;

  constructor(
    private readonly calls: Client<DatasetCalls>,
    private readonly findings: TableFindings,
  ) {
    this.#judged = new Set(findings.judged);
  }

  /** Judges a finding; rejects with the host's failure. */
  async judge(finding: FindingId, verdict: Verdict): Promise<void> {
    this.#note(await this.calls.call('judge', { findings: [finding], verdict }));
  }

  /** Puts a note on a finding; rejects with the host's failure. */
  async annotate(finding: FindingId, note: string): Promise<void> {
    this.#note(await this.calls.call('judge', { findings: [finding], note }));
  }

  /** Takes the last step back, or does it again; returns the record of its first finding. */
  async step(way: 'undo' | 'redo'): Promise<number | undefined> {
    const change = await this.calls.call(way, {});
    this.#note(change);
    const at = this.findings.ids.indexOf(change.changed[0]?.finding ?? -1);
    return this.findings.records[at];
  }

  /** The next record behind `record` with a reported finding that is not judged; around the end. */
  nextOpen(record: number): number | undefined {
    const { records, ids, kinds } = this.findings;
    const open = records.filter((_, i) => kinds[i] !== 'too-little-evidence' && !this.#judged.has(ids[i]!));
    return open.find((found) => found > record) ?? open[0];
  }

  #note({ changed }: ReviewChange): void {
    for (const { finding, state } of changed) {
      if (state === 'open') this.#judged.delete(finding);
      else this.#judged.add(finding);
    }
  }
}
