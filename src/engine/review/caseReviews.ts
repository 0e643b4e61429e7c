/** The verdicts of the cases whose runs are open: one folder of verdict files a case, however many runs it has. */
import { VerdictFolder } from '../../io/verdicts/verdictFolder.js';
import { caseOfRun } from '../../io/case/paths.js';
import type { RunModel } from '../runModel.js';
import { Review } from './review.js';
import { RunReview } from './runReview.js';

export class CaseReviews {
  readonly #cases = new Map<string, Review>();
  readonly #runs = new WeakMap<RunModel, RunReview>();

  /** The review of an open run, with everything that other windows and reviewers wrote until now. */
  async of(model: RunModel): Promise<RunReview> {
    const caseDir = caseOfRun(model.dir);
    const review = this.#cases.get(caseDir) ?? new Review(new VerdictFolder(caseDir));
    this.#cases.set(caseDir, review);
    await review.look();
    const known = this.#runs.get(model) ?? new RunReview(model, review);
    this.#runs.set(model, known);
    return known;
  }
}
