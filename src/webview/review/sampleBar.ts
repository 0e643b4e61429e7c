/** What the sample on screen is, and what its verdicts support. */
import { sampleClaim } from '../../core/review/sampleClaim.js';
import type { SampleReview } from '../../shared/engineCalls.js';
import type { SampleRequest } from '../../shared/verdict.js';
import { button, el } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';

export class SampleBar {
  readonly element = el('div', { class: 'sample', role: 'group', 'aria-label': 'Random sample', hidden: '' });
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
        el('b', {}, `Random sample, seed ${request.seed}`),
        button({ class: 'link' }, this.onDraw, 'Change…'),
        button({ class: 'link' }, this.onLeave, 'Show all'),
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
  const confirmed = `${whole(counts.confirmed)} ${counts.confirmed === 1 ? 'was' : 'were'} confirmed`;
  const share = range(Math.floor(lower * 100 + 1e-9), Math.ceil(upper * 100 - 1e-9));
  const weak =
    undecided === 0
      ? ''
      : ` ${weaknesses(counts.unsure, counts.open)} for neither side and ${undecided === 1 ? 'widens' : 'widen'} ` +
        (all ? 'the range.' : 'the interval.');
  if (all)
    return `All ${count(population, 'finding')} are in the sample; ${confirmed}: ${share} of all.${weak}`;
  const of = `Of ${whole(drawn)} drawn at random from ${count(population, 'finding')} ${confirmed}`;
  return `${of}: 95 % interval ${share} of all.${weak}`;
}

/** "2 unsure and 3 unjudged count" */
function weaknesses(unsure: number, open: number): string {
  const parts = [
    ...(unsure > 0 ? [`${whole(unsure)} unsure`] : []),
    ...(open > 0 ? [`${whole(open)} not judged yet`] : []),
  ];
  return `${parts.join(' and ')} ${unsure + open === 1 ? 'counts' : 'count'}`;
}

function range(lower: number, upper: number): string {
  return lower === upper ? `${lower} %` : `${lower}–${upper} %`;
}
