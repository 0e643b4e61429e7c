import type { Explained } from '../../shared/match.js';

const REASONS: Readonly<Record<Explained['reason'], string>> = {
  prompt: 'Not counted: it repeats the prompt.',
  template: 'Not counted: it is template or public text that you named.',
  common: 'Not counted: many originals have it.',
  control: 'Not counted: an independent answer to the same prompt has it.',
  manual: 'Not counted: a reviewer excluded it.',
};

/** Why a text counts nothing, in a sentence; with the file of the template, or the reviewer's reason. */
export function reasonText({ reason, name }: Pick<Explained, 'reason' | 'name'>): string {
  const sentence = Object.hasOwn(REASONS, reason) ? REASONS[reason] : 'Not counted.';
  if (name === undefined) return sentence;
  return reason === 'manual' ? `${sentence} Because: ${name}` : `${sentence} File: ${name}.`;
}
