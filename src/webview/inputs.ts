/** How every input was read, unfolded on demand. */
import type { RunInput, RunManifest } from '../shared/run.js';
import { el } from './parts/dom.js';
import { plural, t } from './parts/l10n.js';
import { whole } from './parts/numbers.js';

const ROLES: Readonly<Record<RunInput['role'], string>> = {
  suspect: t('Suspect'),
  original: t('Originals'),
  control: t('Control'),
  template: t('Template'),
  public: t('Public text'),
};

/** True if a shape was guessed or a reader had something to say: then the disclosure says so, closed. */
function remarkable(manifest: RunManifest): number {
  const remarks = manifest.inputs.map((input) => input.notes.length + (input.shape.guessed ? 1 : 0));
  return remarks.reduce((sum, n) => sum + n, 0);
}

/** "How it was read": a line for each input, with its shape, counts and notes. */
export function inputsDisclosure(manifest: RunManifest): HTMLElement {
  const remarks = remarkable(manifest);
  const rows = manifest.inputs.map((input) =>
    el(
      'tr',
      {},
      el('td', {}, ROLES[input.role]),
      el('td', {}, el('bdi', {}, input.path), ...notes(input)),
      el('td', {}, el('bdi', {}, input.shape.description), ...(input.shape.guessed ? [guessed()] : [])),
      el('td', { class: 'number' }, plural(input.records, '{0} record', '{0} records')),
      el('td', { class: 'number' }, plural(input.responses, '{0} response', '{0} responses')),
      el('td', { class: 'number' }, t('{0} skipped', whole(input.skipped))),
    ),
  );
  const head = el(
    'tr',
    {},
    ...[t('Role'), t('File'), t('Shape'), t('Records'), t('Responses'), t('Skipped')].map((name) =>
      el('th', { scope: 'col' }, name),
    ),
  );
  const more = remarks > 0 ? ` · ${plural(remarks, '{0} remark', '{0} remarks')}` : '';
  return el(
    'details',
    { class: 'inputs' },
    el('summary', {}, t('How it was read') + more),
    el(
      'div',
      { class: 'inputs-scroll', tabindex: '0', role: 'region', 'aria-label': t('Inputs') },
      el('table', {}, el('thead', { class: 'unseen' }, head), el('tbody', {}, ...rows)),
    ),
  );
}

function guessed(): HTMLElement {
  return el(
    'span',
    { class: 'note' },
    t('Guessed: nothing known fitted, so the longest text field was taken.'),
  );
}

function notes(input: RunInput): HTMLElement[] {
  return input.notes.map((note) => el('span', { class: 'note', dir: 'auto' }, note));
}
