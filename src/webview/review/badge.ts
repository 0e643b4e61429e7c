/** The verdicts on a row: the reviewer's own as an icon, the others' with their initials. */
import { disagree } from '../../core/review/judgements.js';
import type { Judgement } from '../../shared/verdict.js';
import { visible } from '../pair/visible.js';
import { el, type Child } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { saidBy, VERDICT_ICONS } from './words.js';

/** The badge, or undefined where nobody has said anything. */
export function verdictBadge(judgements: readonly Judgement[], reviewer: string): HTMLElement | undefined {
  if (judgements.length === 0) return undefined;
  const badge = el('span', { class: 'badge' });
  if (judgements.some(({ note }) => note !== '')) badge.append(mark('note', 'note', t('has a note')));
  for (const other of judgements) if (other.reviewer !== reviewer) badge.append(...otherMark(other));
  if (disagree(judgements)) badge.append(mark('disagreement', 'disagreement', t('reviewers disagree')));
  const own = judgements.find((judgement) => judgement.reviewer === reviewer);
  if (own && own.verdict !== 'cleared')
    badge.append(
      mark(`verdict-${own.verdict}`, VERDICT_ICONS[own.verdict], ...saidBy(own.verdict, t('you'))),
    );
  return badge;
}

/** An icon with the words that it stands for, for those who cannot see it. */
export function mark(className: string, name: Parameters<typeof icon>[0], ...words: Child[]): HTMLElement {
  return el('span', { class: `mark ${className}` }, icon(name), el('span', { class: 'unseen' }, ...words));
}

function otherMark({ reviewer, verdict }: Judgement): HTMLElement[] {
  if (verdict === 'cleared') return [];
  const initials = el('span', { class: 'initials', 'aria-hidden': 'true' }, ...visible(initialsOf(reviewer)));
  const words = el('span', { class: 'unseen' }, ...saidBy(verdict, el('span', {}, ...visible(reviewer))));
  return [
    el('span', { class: `mark other verdict-${verdict}` }, initials, icon(VERDICT_ICONS[verdict]), words),
  ];
}

/** "Anna Müller" → "AM" */
function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean);
  const letters = words.map((word) => String.fromCodePoint(word.codePointAt(0)!));
  return (letters.length > 2 ? [letters[0], letters.at(-1)] : letters).join('').toUpperCase();
}
