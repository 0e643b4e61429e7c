/** Single keys: they act only while the rows or the record have the focus, and never while someone types. */
import type { DatasetAction } from '../../shared/datasetCalls.js';
import { isSelectAll } from '../parts/keys.js';
import type { Move } from './grid/recordGrid.js';

const ACTIONS: ReadonlyMap<string, DatasetAction> = new Map([
  ['n', 'nextFinding'],
  ['p', 'previousFinding'],
  ['o', 'showFinding'],
  ['Enter', 'toggleRecord'],
  ['f', 'toggleOnlyFindings'],
  ['/', 'find'],
  ['g', 'goToRecord'],
  ['c', 'confirm'],
  ['d', 'dismiss'],
  ['u', 'unsure'],
  ['x', 'clearVerdict'],
  ['e', 'editNote'],
  ['z', 'undoVerdict'],
  ['Z', 'redoVerdict'],
  ['?', 'showHelp'],
]);

const MOVES: ReadonlyMap<string, Move> = new Map([
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['j', 'down'],
  ['k', 'up'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Home', 'first'],
  ['End', 'last'],
]);

/** In the record these keys scroll; in the rows they select with Shift. */
const MOVING = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

/** Ctrl+F is a command too, but by that way the first letters typed after it would be lost. */
export function isFind(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
  return ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === 'f';
}

/**
 * Undo and redo in an input. VS Code takes these keys from a custom editor's page for the document's own undo, so an
 * input has to keep them from it.
 */
export function isUndoInInput(event: KeyboardEvent): boolean {
  if (event.ctrlKey === event.metaKey || event.altKey || !['z', 'y'].includes(event.key.toLowerCase()))
    return false;
  return (
    event.target instanceof Element && event.target.closest('input, textarea, vscode-text-field') !== null
  );
}

const SHIFTED: ReadonlySet<string> = new Set(['Z', '?', '/']);

/** Keys that must not run on while they are held down. */
const ONCE: ReadonlySet<DatasetAction> = new Set([
  'confirm',
  'dismiss',
  'unsure',
  'clearVerdict',
  'undoVerdict',
  'redoVerdict',
  'toggleOnlyFindings',
]);

export type Meaning = { readonly action: DatasetAction } | { readonly move: Move; readonly extend: boolean };

/** What a key press means, or undefined if it is not ours; without `singleKeys` letters and signs mean nothing. */
export function meaning(event: KeyboardEvent, singleKeys: boolean): Meaning | undefined {
  if (isSelectAll(event, 'grid')) return { action: 'selectAll' };
  if (event.metaKey || event.altKey || event.isComposing) return undefined;
  const place = event.target instanceof Element ? event.target.closest('[data-keys]') : null;
  if (!(place instanceof HTMLElement)) return undefined;
  if (!singleKeys && event.key.length === 1) return undefined;
  const isGrid = place.dataset['keys'] === 'grid';
  const extend = isGrid && event.shiftKey && MOVING.has(event.key);
  // Otherwise Shift belongs to the signs that are typed with it, and to nothing else here.
  if (event.shiftKey && !extend && !SHIFTED.has(event.key)) return undefined;
  const move = isGrid || !MOVING.has(event.key) ? MOVES.get(event.key) : undefined;
  if (event.ctrlKey)
    return event.key === 'Home' || event.key === 'End' ? move && { move, extend } : undefined;
  if (move) return { move, extend };
  const action = ACTIONS.get(event.key);
  if (!action || (event.repeat && ONCE.has(action))) return undefined;
  return { action };
}
