/** The list of keys, as a dialog. */
import { pushButton } from '../toolkit.js';
import { showDialog } from './dialog.js';
import { el } from './dom.js';
import { t } from './l10n.js';

/** Keys that do the same, and what they do. */
export type HelpLine = readonly [keys: readonly string[], what: string];

const PANEL_KEYS: readonly HelpLine[] = [
  [['j', '↓'], t('next finding')],
  [['k', '↑'], t('previous finding')],
  [['PageDown', 'PageUp', 'Home', 'End'], t('through the list')],
  [['Shift+↓', 'Shift+↑'], t('select more')],
  [['Ctrl+A'], t('select all of the filter')],
  [['c'], t('confirm')],
  [['d'], t('dismiss')],
  [['u'], t('unsure')],
  [['x'], t('clear the verdict')],
  [['e'], t('note')],
  [['i'], t('innocent routes')],
  [['b'], t('exclude the selected text, or the passage, because…')],
  [['z', 'Z'], t('undo, and do again')],
  [['r'], t('refresh the list: leave out what was judged')],
  [['n'], t('next shared run')],
  [['p'], t('previous shared run')],
  [['Enter'], t('open the original')],
  [['Shift+Enter'], t('open the suspect')],
  [['o'], t('open both in the diff editor')],
  [[']', '['], t('next and previous original')],
  [['l'], t('side by side or inline')],
  [['m'], t('whole texts, matches only, differences only')],
  [['t'], t('whole conversation')],
  [['y'], t('copy as Markdown')],
  [['Ctrl+F'], t('find words in the texts on the page')],
  [['/'], t('filter')],
  [['f'], t('more filters: score, file, flag, metadata, time')],
  [['→', '←'], t('open and close a group')],
  [['Esc'], t('leave the filter, close')],
  [['?'], t('this list')],
];

/** Opens the dialog; the focus returns to where it was when it closes. */
export function showHelp(
  keys = PANEL_KEYS,
  when = t('They act while the list or the pair has the focus.'),
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
    el('h2', { id: 'help-title' }, t('Keys')),
    el('p', { class: 'help-when' }, when),
    el('dl', {}, ...rows),
    el(
      'div',
      { class: 'help-close' },
      pushButton(t('Close'), () => dialog.close()),
    ),
  );
  showDialog(dialog);
}
