/** One verdict or note for one or many findings: the question before it, and what is said after it. */
import type { ReviewChange, Verdict } from '../../shared/verdict.js';
import { confirmDialog } from '../parts/confirmDialog.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';

/** From so many findings on, judging them together is asked about first. */
const MANY = 50;

const DONE: Readonly<Record<Verdict, string>> = {
  confirmed: t('Confirmed'),
  dismissed: t('Dismissed'),
  unsure: t('Marked as unsure'),
  cleared: t('Cleared'),
};

const DONE_TO_MANY: Readonly<Record<Verdict, (findings: string) => string>> = {
  confirmed: (findings) => t('{0} findings confirmed', findings),
  dismissed: (findings) => t('{0} findings dismissed', findings),
  unsure: (findings) => t('{0} findings marked as unsure', findings),
  cleared: (findings) => t('{0} findings cleared', findings),
};

const TO_DO: Readonly<Record<Verdict, (findings: string) => string>> = {
  confirmed: (findings) => t('Confirm {0} findings', findings),
  dismissed: (findings) => t('Dismiss {0} findings', findings),
  unsure: (findings) => t('Mark {0} findings as unsure', findings),
  cleared: (findings) => t('Clear the verdict of {0} findings', findings),
};

/** Asks if the findings are many; resolves with true if the verdict is meant for all of them. */
export async function isMeant(verdict: Verdict, findings: number): Promise<boolean> {
  if (findings <= MANY) return true;
  const what = TO_DO[verdict](whole(findings));
  const text = t('All of them get the same verdict, in one step that can be undone.');
  return confirmDialog(`${what}?`, text, what);
}

/** "Confirmed", "12 findings confirmed" */
export function judgedWords(verdict: Verdict, findings: number): string {
  return findings === 1 ? DONE[verdict] : DONE_TO_MANY[verdict](whole(findings));
}

/** "Note saved.", "Note saved for 12 findings." */
export function notedWords(note: string, findings: number): string {
  if (findings === 1) return note === '' ? t('Note removed.') : t('Note saved.');
  return note === ''
    ? t('Note removed from {0} findings.', whole(findings))
    : t('Note saved for {0} findings.', whole(findings));
}

/** What there is to say, as sentences. */
export function sentences(...said: readonly (string | false)[]): string {
  return said
    .filter((one) => one !== false)
    .map((one) => `${one}.`)
    .join(' ');
}

/** What an undo or a redo did: "Undone for 12 findings. 1 left alone: …" */
export function steppedWords(way: 'undo' | 'redo', { changed, leftAlone }: ReviewChange): string {
  const n = changed.length;
  return sentences(
    way === 'undo'
      ? plural(n, 'Undone for {0} finding', 'Undone for {0} findings')
      : plural(n, 'Done again for {0} finding', 'Done again for {0} findings'),
    leftAlone > 0 && t('{0} left alone: judged again elsewhere since', whole(leftAlone)),
  );
}

/** What was not done if an undo or a redo fails. */
export const NOT_STEPPED = {
  undo: t('Nothing was undone.'),
  redo: t('Nothing was done again.'),
} as const;
