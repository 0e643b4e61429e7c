/** What everybody says of the selected finding, on one line that is always there, so that nothing moves. */
import { disagree } from '../../core/review/judgements.js';
import { ROUTES, type RouteMarks } from '../../shared/route.js';
import type { Judgement } from '../../shared/verdict.js';
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import type { Tooltip } from '../parts/tooltip.js';
import { mark } from './badge.js';
import { VERDICT_ICONS } from './words.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export class VerdictLine {
  readonly element = el('div', { class: 'verdict-line', role: 'group', 'aria-label': 'Verdicts' });

  constructor(
    readonly tooltip: Tooltip,
    readonly reviewer: string,
  ) {}

  /** Shows `judgements`, the reviewer's own first; undefined while they are not known. */
  show(judgements: readonly Judgement[] | undefined): void {
    if (!judgements || judgements.length === 0) {
      this.element.replaceChildren(el('span', { class: 'quiet' }, judgements ? 'Not judged yet' : ''));
      return;
    }
    const own = judgements.filter(({ reviewer }) => reviewer === this.reviewer);
    const others = judgements.filter(({ reviewer }) => reviewer !== this.reviewer);
    this.element.replaceChildren(
      ...(disagree(judgements)
        ? [el('b', { class: 'disagreement' }, icon('disagreement'), ' Reviewers disagree')]
        : []),
      ...[...own, ...others].map((judgement) => this.#judgement(judgement)),
    );
  }

  #judgement({ reviewer, verdict, note, routes, time }: Judgement): HTMLElement {
    const isOwn = reviewer === this.reviewer;
    const who = isOwn ? ['you'] : visible(reviewer);
    const what = verdict !== 'cleared' ? verdict : note !== '' ? 'note' : 'routes';
    const said = `${what} by `;
    const element = el('span', { class: 'judgement' });
    if (verdict === 'cleared') element.append(icon(note !== '' ? 'note' : 'route'));
    else {
      const own = mark(`verdict-${verdict}`, VERDICT_ICONS[verdict], '');
      element.append(own);
    }
    element.append(el('span', { class: 'who' }, said, el('bdi', {}, ...who)));
    if (note !== '') element.append(el('bdi', { class: 'note-text' }, ...visible(note)));
    for (const words of routeWords(routes)) element.append(el('span', { class: 'quiet' }, words));
    const day = Number.isNaN(Date.parse(time)) ? '' : DAY.format(new Date(time));
    const words = `${said}${isOwn ? `you (${reviewer})` : reviewer}, ${day}`;
    this.tooltip.describe(element, note === '' ? words : `${words}\n${note}`);
    return element;
  }
}

/** "third source: set", "suspect earlier: cleared" */
function routeWords(routes: RouteMarks = {}): string[] {
  return ROUTES.filter((route) => routes[route] !== undefined).map(
    (route) => `${route}: ${routes[route] ? 'set' : 'cleared'}`,
  );
}
