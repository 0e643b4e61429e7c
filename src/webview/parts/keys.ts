/** Single keys: they act only while the list or the pair has the focus, and never while someone types. */
import type { PanelAction } from '../../shared/panelCalls.js';

export type ListMove = 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end' | 'into' | 'out';

const ACTIONS: ReadonlyMap<string, PanelAction> = new Map([
  ['j', 'nextFinding'],
  ['k', 'previousFinding'],
  ['n', 'nextRun'],
  ['p', 'previousRun'],
  ['o', 'openDiff'],
  ['/', 'focusFilter'],
  ['f', 'toggleFilters'],
  ['l', 'toggleLayout'],
  ['m', 'nextShow'],
  ['t', 'toggleConversation'],
  [']', 'nextOriginal'],
  ['[', 'previousOriginal'],
  ['y', 'copyMarkdown'],
  ['?', 'showHelp'],
  ['c', 'confirm'],
  ['d', 'dismiss'],
  ['u', 'unsure'],
  ['x', 'clearVerdict'],
  ['e', 'editNote'],
  ['i', 'editRoutes'],
  ['b', 'excludeText'],
  ['z', 'undoVerdict'],
  ['Z', 'redoVerdict'],
  ['r', 'refreshList'],
]);

const MOVES: ReadonlyMap<string, ListMove> = new Map([
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Home', 'home'],
  ['End', 'end'],
  ['ArrowRight', 'into'],
  ['ArrowLeft', 'out'],
]);

/** Keys that must not run on while they are held down. */
const ONCE: ReadonlySet<PanelAction> = new Set([
  'confirm',
  'dismiss',
  'unsure',
  'clearVerdict',
  'undoVerdict',
  'redoVerdict',
]);

const OWN_KEYS = 'input, textarea, select, vscode-text-field, vscode-dropdown, vscode-option';

export type Meaning =
  { readonly action: PanelAction } | { readonly move: ListMove; readonly extend: boolean };

/** What a key press means, or undefined if it is not ours; without `singleKeys` only Enter and the list's own moves are. */
export function meaning(event: KeyboardEvent, singleKeys: boolean): Meaning | undefined {
  if (isSelectAll(event, 'list')) return { action: 'selectAll' };
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (!(event.target instanceof Element) || event.target.closest(OWN_KEYS)) return undefined;
  const place = event.target.closest('[data-keys]');
  if (!(place instanceof HTMLElement)) return undefined;
  const move = place.dataset['keys'] === 'list' ? MOVES.get(event.key) : undefined;
  if (move) return { move, extend: event.shiftKey };
  if (event.key === 'Enter') {
    // A focused button keeps its own Enter.
    if (event.target.closest('button, a, summary, vscode-button')) return undefined;
    return { action: event.shiftKey ? 'openSuspect' : 'openOriginal' };
  }
  const action = singleKeys ? ACTIONS.get(event.key) : undefined;
  if (!action || (event.repeat && ONCE.has(action))) return undefined;
  return { action };
}

/** Ctrl+A or Cmd+A in the part of the page whose keys are `keys`. */
export function isSelectAll(event: KeyboardEvent, keys: 'list' | 'grid'): boolean {
  if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return false;
  return event.target instanceof Element && event.target.closest(`[data-keys=${keys}]`) !== null;
}
