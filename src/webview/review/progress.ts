/** "38 of 125 judged", with a bar; and what is damaged in the verdict files. */
import type { ReviewProgress } from '../../shared/verdict.js';
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';

export class ProgressWord {
  readonly element = el('div', { class: 'review-progress' });
  readonly damage = el('div', { class: 'review-damage' });

  constructor(readonly tooltip: Tooltip) {}

  show(progress: ReviewProgress): void {
    const { reviewer, total, counts } = progress;
    const judged = total - counts.open;
    const fill = el('span', { class: 'meter-fill' });
    fill.style.width = `${total === 0 ? 0 : (judged / total) * 100}%`;
    const meter = el('span', { class: 'meter', 'aria-hidden': 'true' }, fill);
    this.element.replaceChildren(el('span', {}, judgedText(progress)), meter);
    const parts = [
      `${whole(counts.confirmed)} confirmed`,
      `${whole(counts.dismissed)} dismissed`,
      `${whole(counts.unsure)} unsure`,
      `${whole(counts.open)} open`,
    ];
    this.tooltip.describe(this.element, `Verdicts of ${reviewer} on reported findings: ${parts.join(', ')}.`);
    this.#damaged(progress);
  }

  #damaged({ damages }: ReviewProgress): void {
    this.damage.replaceChildren();
    if (damages.length === 0) return;
    const lines = damages.map(({ path, line, reason }) =>
      el('li', {}, el('bdi', {}, ...visible(fileName(path))), ` line ${whole(line)}: ${reason}.`),
    );
    this.damage.append(
      el(
        'details',
        {},
        el('summary', {}, `${count(damages.length, 'damaged line')} in the verdict files`),
        el('ul', {}, ...lines),
        el(
          'p',
          {},
          'Nothing was repaired or removed. Every whole line counts, and new verdicts are recorded.',
        ),
      ),
    );
  }
}

/** "38 of 125 judged" */
export function judgedText({ total, counts }: ReviewProgress): string {
  return `${whole(total - counts.open)} of ${whole(total)} judged`;
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
