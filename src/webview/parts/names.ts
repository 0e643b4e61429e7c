/** What the kinds, sorts and reasons are called on screen. */
import type { FindingQuery, Sort } from '../../shared/engineCalls.js';
import { KINDS, type Explained, type Kind } from '../../shared/match.js';

export type ShownKind = FindingQuery['kinds'][number];

/** Every kind the list can show, in the order of the header. */
export const SHOWN_KINDS: readonly ShownKind[] = [...KINDS, 'too-little-evidence'];

/** "too-little-evidence" → "too little evidence" */
export function kindName(kind: ShownKind): string {
  return kind === 'too-little-evidence' ? 'too little evidence' : kind;
}

/** The kind under which a row is counted in the header. */
export function shownKind(row: { readonly kind: Kind; readonly reported: boolean }): ShownKind {
  return row.reported ? row.kind : 'too-little-evidence';
}

export const SORT_NAMES: readonly (readonly [Sort, string])[] = [
  ['evidence', 'Evidence'],
  ['jaccard', 'Jaccard'],
  ['containmentSuspect', 'Share of suspect'],
  ['containmentOriginal', 'Share of original'],
  ['longestRun', 'Longest run'],
  ['position', 'Position in file'],
];

const REASONS: Readonly<Record<Explained['reason'], string>> = {
  prompt: 'Not counted: it repeats the prompt.',
  template: 'Not counted: it is template or public text that you named.',
  common: 'Not counted: many originals have it.',
  control: 'Not counted: an independent answer to the same prompt has it.',
  manual: 'Not counted: a reviewer took it out.',
};

/** Why a text counts nothing, in a sentence. */
export function reasonText(reason: Explained['reason']): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason] : 'Not counted.';
}
