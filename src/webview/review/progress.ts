/** "38 of 125 judged", with a bar; and what is damaged in the verdict files. */
import type { ReviewProgress } from '../../shared/verdict.js';
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { plural, t, tNodes } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
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
      t('{0} confirmed', whole(counts.confirmed)),
      t('{0} dismissed', whole(counts.dismissed)),
      t('{0} unsure', whole(counts.unsure)),
      t('{0} open', whole(counts.open)),
    ];
    this.tooltip.describe(
      this.element,
      t('Verdicts of {0} on reported findings: {1}.', reviewer, parts.join(', ')),
    );
    this.#damaged(progress);
  }

  #damaged({ damages }: ReviewProgress): void {
    this.damage.replaceChildren();
    if (damages.length === 0) return;
    const lines = damages.map(({ path, line, reason }) =>
      el(
        'li',
        {},
        ...tNodes('{0} line {1}: {2}.', el('bdi', {}, ...visible(fileName(path))), whole(line), reason),
      ),
    );
    this.damage.append(
      el(
        'details',
        {},
        el(
          'summary',
          {},
          plural(
            damages.length,
            '{0} damaged line in the verdict files',
            '{0} damaged lines in the verdict files',
          ),
        ),
        el('ul', {}, ...lines),
        el(
          'p',
          {},
          t('Nothing was repaired or removed. Every whole line counts, and new verdicts are recorded.'),
        ),
      ),
    );
  }
}

/** "38 of 125 judged" */
export function judgedText({ total, counts }: ReviewProgress): string {
  return t('{0} of {1} judged', whole(total - counts.open), whole(total));
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
