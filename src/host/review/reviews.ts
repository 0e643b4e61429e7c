/** The reviews of runs, for every view of this window: who judges, what was judged, and who has to hear of it. */
import * as vscode from 'vscode';
import type { JudgeRequest, SampleReview } from '../../shared/engineCalls.js';
import type { ReviewChange, ReviewProgress, SampleRequest } from '../../shared/verdict.js';
import type { Engine } from '../engine/engine.js';
import { EDITOR_SETTINGS } from '../ids.js';
import { reviewerName } from './reviewer.js';

export type Judging = Omit<JudgeRequest, 'run' | 'reviewer'>;

export interface Reviewed {
  /** Folder of the run. */
  readonly dir: string;
  readonly progress: ReviewProgress;
  /** Undefined when the progress was only read. */
  readonly by: unknown;
}

export class Reviews implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Reviewed>();
  readonly #settings: vscode.Disposable;
  #reviewer: Promise<string> | undefined;
  /** Progress was read, or verdicts were recorded. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly engine: Engine) {
    this.#settings = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(EDITOR_SETTINGS.reviewer)) this.#reviewer = undefined;
    });
  }

  /** The name under which verdicts are recorded. */
  reviewer(): Promise<string> {
    return (this.#reviewer ??= reviewerName());
  }

  /** How far the reviewer is with the run in `dir`. */
  async progress(dir: string): Promise<ReviewProgress> {
    const progress = await this.engine.call('review', await this.#asked(dir));
    this.#changed.fire({ dir, progress, by: undefined });
    return progress;
  }

  /** Records verdicts or notes, as one step that can be undone; `by` is the view that asked. */
  async judge(dir: string, judging: Judging, by: object): Promise<ReviewChange> {
    const change = await this.engine.call('judge', { ...judging, ...(await this.#asked(dir)) });
    this.#changed.fire({ dir, progress: change.progress, by });
    return change;
  }

  /** Takes the last step back; throws Failure('usage') if there is none. */
  async undo(dir: string, by: object): Promise<ReviewChange> {
    const change = await this.engine.call('undo', await this.#asked(dir));
    this.#changed.fire({ dir, progress: change.progress, by });
    return change;
  }

  /** Does the step again that was taken back last; throws Failure('usage') if there is none. */
  async redo(dir: string, by: object): Promise<ReviewChange> {
    const change = await this.engine.call('redo', await this.#asked(dir));
    this.#changed.fire({ dir, progress: change.progress, by });
    return change;
  }

  async sample(dir: string, sample: SampleRequest): Promise<SampleReview> {
    return this.engine.call('sample', { ...(await this.#asked(dir)), sample });
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  async #asked(dir: string): Promise<{ run: string; reviewer: string }> {
    const [run, reviewer] = await Promise.all([this.engine.opened(dir), this.reviewer()]);
    return { run, reviewer };
  }
}
