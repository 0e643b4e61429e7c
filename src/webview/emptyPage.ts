/** The page of a run that found nothing: a normal result, and what it does and does not say. */
import type { PanelRun } from '../shared/panelCalls.js';
import type { RunInput } from '../shared/run.js';
import { el } from './parts/dom.js';
import { plural, t } from './parts/l10n.js';
import { SHOWN_KINDS } from './parts/names.js';
import { plantedPart } from './planted.js';
import { summary } from './summary.js';

/** True if there is no pair to show, not even one with too little evidence. */
export function nothingFound({ manifest, findings }: PanelRun): boolean {
  return findings === 0 && SHOWN_KINDS.every((kind) => manifest.counts[kind] === 0);
}

/** Says that nothing was found, what was searched, what would have been found, and what was not tested. */
export function emptyPage({ manifest, planted }: PanelRun): HTMLElement {
  const { counts, parameters } = manifest;
  const suspects = manifest.inputs.filter((input) => input.role === 'suspect');
  const originals = manifest.inputs.filter((input) => input.role === 'original');
  const others = manifest.inputs.filter((input) => input.role === 'control');
  const controls: [string, string][] = others.length > 0 ? [[t('Controls'), responses(others)]] : [];
  const facts: [string, string][] = [
    [t('Suspect'), responses(suspects)],
    [t('Originals'), responses(originals)],
    [t('Threshold'), t('{0} distinctive tokens', parameters.reportFrom)],
    [t('Below the threshold'), plural(counts.unreportedPairs, '{0} pair', '{0} pairs')],
    ...controls,
    [t('Too short to judge'), plural(counts['too-short'], '{0} response', '{0} responses')],
    [t('Not read'), plural(counts.skipped, '{0} record', '{0} records')],
  ];
  return el(
    'main',
    // It scrolls once the planted copies stand in it, so that a keyboard has to reach it.
    { class: 'empty-page', tabindex: '0' },
    el('h2', {}, t('Nothing was found')),
    el(
      'p',
      {},
      manifest.kind === 'dataset'
        ? t(
            'No response of the suspect shares enough text with the originals to be reported. That is a normal result.',
          )
        : t('No answer shares enough text with the originals to be reported. That is a normal result.'),
    ),
    ...(counts.chance ? [el('p', { lang: 'en' }, summary(manifest).rest)] : []),
    el('h3', {}, t('What was searched')),
    el('dl', {}, ...facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    el('h3', {}, t('What would have been found')),
    plantedPart(planted),
    el('h3', {}, t('What was not tested')),
    el(
      'p',
      {},
      t(
        'Paraphrase and translation. Text that was reworded throughout, or taken over in another language, does not show here. Records that were not read, and responses too short to judge, are no evidence either way.',
      ),
    ),
  );
}

/** "1,204 responses in 2 files" */
function responses(inputs: readonly RunInput[]): string {
  const sum = inputs.reduce((total, input) => total + input.responses, 0);
  const found = plural(sum, '{0} response', '{0} responses');
  return plural(inputs.length, '{1} in {0} file', '{1} in {0} files', found);
}
