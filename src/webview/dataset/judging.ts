/** What the reviewer's keys do to the finding of the current record: verdicts, note, undo and redo. */
import type { TableFinding } from '../../shared/tableCalls.js';
import type { Verdict } from '../../shared/verdict.js';
import { NoteEditor } from '../review/noteEditor.js';
import type { Verdicts } from './verdicts.js';

export interface JudgingOptions {
  /** Undefined where the file is in no run. */
  readonly verdicts: Verdicts | undefined;
  readonly reviewer: string;
  readonly record: () => number;
  /** The best finding of the current record. */
  readonly best: () => TableFinding | undefined;
  readonly onReviewed: () => void;
  readonly onSelect: (record: number) => void;
  readonly onProblem: (what: string, error: unknown) => void;
  /** The note was written or left: the rows take the focus. */
  readonly onLeave: () => void;
}

export class Judging {
  readonly editor = new NoteEditor();

  constructor(private readonly options: JudgingOptions) {}

  /** Judges and goes on to the next open record; clearing stays. */
  async judge(verdict: Verdict): Promise<void> {
    const { verdicts } = this.options;
    const record = this.options.record();
    const best = this.options.best();
    if (!best || !verdicts) return;
    await this.#attempt('The verdict could not be recorded.', async () => {
      await verdicts.judge(best.id, verdict);
      this.options.onReviewed();
      const next = verdict === 'cleared' ? undefined : verdicts.nextOpen(record);
      // Who has moved on meanwhile is left where she is.
      if (next !== undefined && this.options.record() === record) this.options.onSelect(next);
    });
  }

  /** Opens the editor of the note. */
  async note(): Promise<void> {
    const { verdicts, reviewer } = this.options;
    const best = this.options.best();
    if (!best || !verdicts) return;
    const own = best.judgements.find((judgement) => judgement.reviewer === reviewer);
    const note = await this.editor.edit(`Note on record ${this.options.record()}`, own?.note ?? '');
    this.options.onLeave();
    if (note === undefined) return;
    await this.#attempt('The note was not recorded.', async () => {
      await verdicts.annotate(best.id, note);
      this.options.onReviewed();
    });
  }

  /** Takes the last step back, or does it again, and shows where. */
  async step(way: 'undo' | 'redo'): Promise<void> {
    await this.#attempt(way === 'undo' ? 'Nothing was undone.' : 'Nothing was done again.', async () => {
      const record = await this.options.verdicts?.step(way);
      this.options.onReviewed();
      if (record !== undefined) this.options.onSelect(record);
    });
  }

  async #attempt(failed: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.onProblem(failed, error);
    }
  }
}
