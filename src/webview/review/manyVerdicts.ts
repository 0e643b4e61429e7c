/** One verdict for one or many findings: the question before it, and what is said after it. */
import type { ReviewChange, Verdict } from '../../shared/verdict.js';
import { confirmDialog } from '../parts/confirmDialog.js';
import { count, whole } from '../parts/numbers.js';

/** From so many findings on, judging them together is asked about first. */
const MANY = 50;

const PAST: Readonly<Record<Verdict, string>> = {
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  unsure: 'marked as unsure',
  cleared: 'cleared',
};

const IMPERATIVE: Readonly<Record<Verdict, string>> = {
  confirmed: 'Confirm',
  dismissed: 'Dismiss',
  unsure: 'Mark as unsure',
  cleared: 'Clear the verdict of',
};

/** Asks if the findings are many; resolves with true if the verdict is meant for all of them. */
export async function isMeant(verdict: Verdict, findings: number): Promise<boolean> {
  if (findings <= MANY) return true;
  const what = `${IMPERATIVE[verdict]} ${count(findings, 'finding')}`;
  const text = 'All of them get the same verdict, in one step that can be undone.';
  return confirmDialog(`${what}?`, text, what);
}

/** "Confirmed", "12 findings confirmed" */
export function judgedWords(verdict: Verdict, findings: number): string {
  const past = PAST[verdict];
  return findings === 1
    ? past.charAt(0).toUpperCase() + past.slice(1)
    : `${count(findings, 'finding')} ${past}`;
}

/** What an undo or a redo did: "Undone for 12 findings. 1 left alone: …" */
export function steppedWords(way: 'undo' | 'redo', { changed, leftAlone }: ReviewChange): string {
  const left = leftAlone > 0 ? ` ${whole(leftAlone)} left alone: judged again elsewhere since.` : '';
  return `${way === 'undo' ? 'Undone' : 'Done again'} for ${count(changed.length, 'finding')}.${left}`;
}

/** What was not done if an undo or a redo fails. */
export const NOT_STEPPED = { undo: 'Nothing was undone.', redo: 'Nothing was done again.' } as const;
