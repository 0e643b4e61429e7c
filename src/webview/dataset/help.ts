/** The keys of the dataset editor. */
import type { HelpLine } from '../parts/help.js';

export const TABLE_KEYS: readonly HelpLine[] = [
  [['j', '↓'], 'next record'],
  [['k', '↑'], 'previous record'],
  [['PageDown', 'PageUp', 'Home', 'End'], 'through the file'],
  [['Shift+↓', 'Shift+↑'], 'select more, as Shift+click and Ctrl+click do'],
  [['Ctrl+A'], 'select all records shown'],
  [['Esc'], 'select only the current one'],
  [['Ctrl+G', 'g'], 'go to a record by its number'],
  [['Enter'], 'show or hide the whole record'],
  [['n', 'p'], 'next and previous finding'],
  [['f'], 'only records with findings, or all'],
  [['c'], 'confirm the finding, or all of the selected records'],
  [['d'], 'dismiss'],
  [['u'], 'unsure'],
  [['x'], 'clear the verdict'],
  [['e'], 'note'],
  [['z', 'Z'], 'undo, and do again'],
  [['o'], 'show the finding in the panel'],
  [['Ctrl+F', '/'], 'search the file'],
  [['F3', 'Shift+F3'], 'next and previous hit'],
  [['?'], 'this list'],
];
