/** The name of a reviewer's file. */
import { createHash } from 'node:crypto';

/** What every file system takes as it stands: letters, marks and numbers of any script, and a few signs between them. */
const SAFE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,62}$/u;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * `<reviewer>.jsonl`, where that is a safe name on every system; else its safe letters and a hash of the whole, so
 * that two reviewers never share a file.
 */
export function reviewerFileName(reviewer: string): string {
  const name = reviewer.normalize('NFC').trim();
  if (SAFE.test(name) && !RESERVED.test(name) && !name.endsWith('.')) return `${name}.jsonl`;
  const letters = Array.from(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'))
    .slice(0, 40)
    .join('');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${letters.replace(/^[-\p{M}]+|-+$/gu, '') || 'reviewer'}-${hash}.jsonl`;
}
