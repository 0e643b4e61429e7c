/** What the sample on screen is, and what its verdicts support. */
import { sampleClaim } from '../../core/review/sampleClaim.js';
import type { SampleReview } from '../../shared/engineCalls.js';
import type { SampleRequest } from '../../shared/verdict.js';
import { button, el } from '../parts/dom.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';

export class SampleBar {
  readonly element = el('div', {
    class: 'sample',
    role: 'group',
    'aria-label': t('Random sample'),
    hidden: '',
  });
  readonly #claim = el('p', { class: 'sample-claim', role: 'status' });

  constructor(
    readonly onLeave: () => void,
    readonly onDraw: () => void,
  ) {}

  hide(): void {
    this.element.hidden = true;
  }

  show(request: SampleRequest, review: SampleReview): void {
    this.#claim.textContent = claimText(review);
    this.element.replaceChildren(
      el(
        'div',
        { class: 'sample-head' },
        el('b', {}, t('Random sample, seed {0}', request.seed)),
        button({ class: 'link' }, this.onDraw, t('Change…')),
        button({ class: 'link' }, this.onLeave, t('Show all')),
      ),
      this.#claim,
    );
    this.element.hidden = false;
  }
}

/** What the verdicts on the sample say of all findings, and what weakens that. */
export function claimText({ counts, population, findings }: SampleReview): string {
  const { lower, upper, undecided, whole: all } = sampleClaim(counts, population);
  const drawn = findings.length;
  const confirmed = plural(counts.confirmed, '{0} was confirmed', '{0} were confirmed');
  const share = range(Math.floor(lower * 100 + 1e-9), Math.ceil(upper * 100 - 1e-9));
  const claim = all
    ? t('All {0} findings are in the sample; {1}: {2} of all.', whole(population), confirmed, share)
    : t(
        'Of {0} drawn at random from {1} findings {2}: 95 % interval {3} of all.',
        whole(drawn),
        whole(population),
        confirmed,
        share,
      );
  return undecided === 0 ? claim : `${claim} ${weakness(counts, undecided, all)}`;
}

/** "2 unsure and 3 not judged yet count for neither side and widen the interval." */
function weakness({ unsure, open }: SampleReview['counts'], undecided: number, all: boolean): string {
  const which =
    unsure === 0
      ? t('{0} not judged yet', whole(open))
      : open === 0
        ? t('{0} unsure', whole(unsure))
        : t('{0} unsure and {1} not judged yet', whole(unsure), whole(open));
  const [one, many] = all
    ? [
        t('{0} counts for neither side and widens the range.', which),
        t('{0} count for neither side and widen the range.', which),
      ]
    : [
        t('{0} counts for neither side and widens the interval.', which),
        t('{0} count for neither side and widen the interval.', which),
      ];
  return undecided === 1 ? one : many;
}

function range(lower: number, upper: number): string {
  return lower === upper ? `${lower} %` : `${lower}–${upper} %`;
}
