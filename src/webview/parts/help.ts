/** The list of keys, as a dialog. */
import { pushButton } from '../toolkit.js';
import { showDialog } from './dialog.js';
import { el } from './dom.js';

/** Keys that do the same, and what they do. */
export type HelpLine = readonly [keys: readonly string[], what: string];

const PANEL_KEYS: readonly HelpLine[] = [
  [['j', '↓'], 'next finding'],
  [['k', '↑'], 'previous finding'],
  [['PageDown', 'PageUp', 'Home', 'End'], 'through the list'],
  [['Shift+↓', 'Shift+↑'], 'select more'],
  [['Ctrl+A'], 'select all of the filter'],
  [['c'], 'confirm'],
  [['d'], 'dismiss'],
  [['u'], 'unsure'],
  [['x'], 'clear the verdict'],
  [['e'], 'note'],
  [['i'], 'innocent routes'],
  [['b'], 'exclude the selected text, or the passage, because…'],
  [['z', 'Z'], 'undo, and do again'],
  [['r'], 'refresh the list: leave out what was judged'],
  [['n'], 'next shared run'],
  [['p'], 'previous shared run'],
  [['Enter'], 'open the original'],
  [['Shift+Enter'], 'open the suspect'],
  [['o'], 'open both in the diff editor'],
  [[']', '['], 'next and previous original'],
  [['l'], 'side by side or inline'],
  [['m'], 'whole texts, matches only, differences only'],
  [['t'], 'whole conversation'],
  [['y'], 'copy as Markdown'],
  [['/'], 'filter'],
  [['f'], 'more filters: score, file, flag, metadata, time'],
  [['→', '←'], 'open and close a group'],
  [['Esc'], 'leave the filter, close'],
  [['?'], 'this list'],
];

/** Opens the dialog; the focus returns to where it was when it closes. */
export function showHelp(
  keys = PANEL_KEYS,
  when = 'They act while the list or the pair has the focus.',
): void {
  const rows = keys.map(([same, what]) =>
    el(
      'div',
      { class: 'help-row' },
      el('dt', {}, ...same.flatMap((key, i) => (i > 0 ? [' ', el('kbd', {}, key)] : [el('kbd', {}, key)]))),
      el('dd', {}, what),
    ),
  );
  const dialog = el(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    el('h2', { id: 'help-title' }, 'Keys'),
    el('p', { class: 'help-when' }, when),
    el('dl', {}, ...rows),
    el(
      'div',
      { class: 'help-close' },
      pushButton('Close', () => dialog.close()),
    ),
  );
  showDialog(dialog);
}
