/** The keys of the dataset editor. */
import type { HelpLine } from '../parts/help.js';
import { t } from '../parts/l10n.js';

export const TABLE_KEYS: readonly HelpLine[] = [
  [['j', '↓'], t('next record')],
  [['k', '↑'], t('previous record')],
  [['PageDown', 'PageUp', 'Home', 'End'], t('through the file')],
  [['Shift+↓', 'Shift+↑'], t('select more, as Shift+click and Ctrl+click do')],
  [['Ctrl+A'], t('select all records shown')],
  [['Esc'], t('select only the current one')],
  [['Ctrl+G', 'g'], t('go to a record by its number')],
  [['Enter'], t('show or hide the whole record')],
  [['n', 'p'], t('next and previous finding')],
  [['f'], t('only records with findings, or all')],
  [['c'], t('confirm all findings of the selected record or records')],
  [['d'], t('dismiss')],
  [['u'], t('unsure')],
  [['x'], t('clear the verdict')],
  [['e'], t('note')],
  [['z', 'Z'], t('undo, and do again')],
  [['o'], t('show the finding in the panel')],
  [['Ctrl+F', '/'], t('search the file')],
  [['F3', 'Shift+F3'], t('next and previous hit')],
  [['?'], t('this list')],
];
