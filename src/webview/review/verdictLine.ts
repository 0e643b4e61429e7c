/** What everybody says of the selected finding, on one line that is always there, so that nothing moves. */
import { disagree } from '../../core/review/judgements.js';
import { ROUTES, type RouteMarks } from '../../shared/route.js';
import type { Judgement } from '../../shared/verdict.js';
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { mark } from './badge.js';
import { saidBy, VERDICT_ICONS } from './words.js';
import { flagName } from '../parts/names.js';

const { lang } = document.documentElement;
/** In English, days stand before months, as in the times of the runs. */
const DAY = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

export class VerdictLine {
  readonly element = el('div', { class: 'verdict-line', role: 'group', 'aria-label': t('Verdicts') });

  constructor(
    readonly tooltip: Tooltip,
    readonly reviewer: string,
  ) {}

  /** Shows `judgements`, the reviewer's own first; undefined while they are not known. */
  show(judgements: readonly Judgement[] | undefined): void {
    if (!judgements || judgements.length === 0) {
      this.element.replaceChildren(el('span', { class: 'quiet' }, judgements ? t('Not judged yet') : ''));
      return;
    }
    const own = judgements.filter(({ reviewer }) => reviewer === this.reviewer);
    const others = judgements.filter(({ reviewer }) => reviewer !== this.reviewer);
    this.element.replaceChildren(
      ...(disagree(judgements)
        ? [el('b', { class: 'disagreement' }, icon('disagreement'), ` ${t('Reviewers disagree')}`)]
        : []),
      ...[...own, ...others].map((judgement) => this.#judgement(judgement)),
    );
  }

  #judgement({ reviewer, verdict, note, routes, time }: Judgement): HTMLElement {
    const isOwn = reviewer === this.reviewer;
    const who = isOwn ? [t('you')] : visible(reviewer);
    const what = verdict !== 'cleared' ? verdict : note !== '' ? 'note' : 'routes';
    const element = el('span', { class: 'judgement' });
    if (verdict === 'cleared') element.append(icon(note !== '' ? 'note' : 'route'));
    else {
      const own = mark(`verdict-${verdict}`, VERDICT_ICONS[verdict], '');
      element.append(own);
    }
    element.append(el('span', { class: 'who' }, ...saidBy(what, el('bdi', {}, ...who))));
    if (note !== '') element.append(el('bdi', { class: 'note-text' }, ...visible(note)));
    for (const words of routeWords(routes)) element.append(el('span', { class: 'quiet' }, words));
    const day = Number.isNaN(Date.parse(time)) ? '' : DAY.format(new Date(time));
    const name = isOwn ? t('you ({0})', reviewer) : reviewer;
    const words = `${el('span', {}, ...saidBy(what, name)).textContent}, ${day}`;
    this.tooltip.describe(element, note === '' ? words : `${words}\n${note}`);
    return element;
  }
}

/** "third source: set", "suspect earlier: cleared" */
function routeWords(routes: RouteMarks = {}): string[] {
  return ROUTES.filter((route) => routes[route] !== undefined).map((route) =>
    routes[route] ? t('{0}: set', flagName(route)) : t('{0}: cleared', flagName(route)),
  );
}
