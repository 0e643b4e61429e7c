/** What verdicts are called on screen, and how they are drawn. */
import type { Verdict, VerdictFilter } from '../../shared/verdict.js';
import type { IconName } from '../parts/icon.js';

export type Said = Exclude<Verdict, 'cleared'>;

export const VERDICT_ICONS: Readonly<Record<Said, IconName>> = {
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  unsure: 'unsure',
};

/** What a filter shows, in the order of the buttons. */
export const FILTER_WORDS: readonly (readonly [VerdictFilter, name: string, what: string])[] = [
  ['open', 'Open', 'Findings that you have not judged yet'],
  ['confirmed', 'confirmed', 'Findings that you confirmed'],
  ['dismissed', 'dismissed', 'Findings that you dismissed'],
  ['unsure', 'unsure', 'Findings that you marked as unsure'],
  ['disagreement', 'disagreement', 'Findings that one reviewer confirmed and another dismissed'],
];
