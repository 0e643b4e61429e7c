/** Asks how large a random sample shall be, and which one. */
import type { SampleRequest } from '../../shared/verdict.js';
import { whole } from '../parts/numbers.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { pushButton } from '../toolkit.js';

export const USUAL_SIZE = 60;

/** Resolves with the sample to draw of `population` findings, or undefined. */
export function askSample(
  population: number,
  last: SampleRequest | undefined,
): Promise<SampleRequest | undefined> {
  return new Promise((resolve) => {
    const size = number(t('Findings to draw'), Math.min(last?.size ?? USUAL_SIZE, population), 1, population);
    const seed = number(t('Seed'), last?.seed ?? 1, 0, 999_999);
    const form = el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'sample-title' }, t('Judge a random sample')),
      el(
        'p',
        {},
        t(
          'Draws from all {0} reported findings of the run, each with the same chance. What you judge then says, within an interval, how many of all you would confirm.',
          whole(population),
        ),
      ),
      el('div', { class: 'dialog-fields' }, size.label, seed.label),
      el(
        'p',
        { class: 'quiet' },
        t(
          'The same seed draws the same findings, and a larger sample holds the smaller one. Choose both before you look: a sample that was drawn until it pleased supports nothing.',
        ),
      ),
      el(
        'div',
        { class: 'dialog-buttons' },
        pushButton(t('Cancel'), () => dialog.close()),
        pushButton(t('Draw'), () => {
          if (form.reportValidity()) dialog.close('draw');
        }),
      ),
    );
    const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'sample-title' }, form);
    form.addEventListener('submit', () => (dialog.returnValue = 'draw'));
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (form.reportValidity()) dialog.close('draw');
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      const drawn = { size: size.field.valueAsNumber, seed: seed.field.valueAsNumber };
      resolve(dialog.returnValue === 'draw' ? drawn : undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
    size.field.select();
  });
}

function number(name: string, value: number, min: number, max: number) {
  const limits = { min: String(min), max: String(max), step: '1', required: '' };
  const field = el('input', { type: 'number', class: 'input', value: String(value), ...limits });
  return { field, label: el('label', {}, name, field) };
}
