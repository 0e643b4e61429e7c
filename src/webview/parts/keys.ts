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
  ['?', 'showHelp'],
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

const OWN_KEYS = 'input, textarea, select, vscode-text-field, vscode-dropdown, vscode-option';

/** What a key press means, or undefined if it is not ours. */
export function meaning(event: KeyboardEvent): { action: PanelAction } | { move: ListMove } | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (!(event.target instanceof Element) || event.target.closest(OWN_KEYS)) return undefined;
  const place = event.target.closest('[data-keys]');
  if (!(place instanceof HTMLElement)) return undefined;
  if (event.key === 'Enter') {
    // A focused button keeps its own Enter.
    if (event.target.closest('button, a, summary, vscode-button')) return undefined;
    return { action: event.shiftKey ? 'openSuspect' : 'openOriginal' };
  }
  const move = place.dataset['keys'] === 'list' && !event.shiftKey ? MOVES.get(event.key) : undefined;
  if (move) return { move };
  const action = ACTIONS.get(event.key);
  return action && { action };
}
