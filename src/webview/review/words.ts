/** What verdicts are called on screen, and how they are drawn. */
import type { Verdict, VerdictFilter } from '../../shared/verdict.js';
import type { Child } from '../parts/dom.js';
import type { IconName } from '../parts/icon.js';
import { t, tNodes } from '../parts/l10n.js';

export type Said = Exclude<Verdict, 'cleared'>;

export const VERDICT_ICONS: Readonly<Record<Said, IconName>> = {
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  unsure: 'unsure',
};

/** "confirmed by you", "note by Anna": what was said, and by whom. */
export function saidBy(what: Said | 'note' | 'routes', who: Child): Child[] {
  return {
    confirmed: tNodes('confirmed by {0}', who),
    dismissed: tNodes('dismissed by {0}', who),
    unsure: tNodes('unsure by {0}', who),
    note: tNodes('note by {0}', who),
    routes: tNodes('routes by {0}', who),
  }[what];
}

/** What a filter shows, in the order of the buttons. */
export const FILTER_WORDS: readonly (readonly [VerdictFilter, name: string, what: string])[] = [
  ['open', t('Open'), t('Findings that you have not judged yet')],
  ['confirmed', t('confirmed'), t('Findings that you confirmed')],
  ['dismissed', t('dismissed'), t('Findings that you dismissed')],
  ['unsure', t('unsure'), t('Findings that you marked as unsure')],
  ['disagreement', t('disagreement'), t('Findings that one reviewer confirmed and another dismissed')],
];
