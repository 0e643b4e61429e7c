/** The page of a run that found nothing: a normal result, and what it does and does not say. */
import type { PanelRun } from '../shared/panelCalls.js';
import type { RunInput } from '../shared/run.js';
import { el } from './parts/dom.js';
import { count, whole } from './parts/numbers.js';
import { plantedPart } from './planted.js';
import { summary } from './summary.js';

/** Says that nothing was found, what was searched, what would have been found, and what was not tested. */
export function emptyPage({ manifest, planted }: PanelRun): HTMLElement {
  const { counts, parameters } = manifest;
  const suspects = manifest.inputs.filter((input) => input.role === 'suspect');
  const originals = manifest.inputs.filter((input) => input.role === 'original');
  const others = manifest.inputs.filter((input) => input.role === 'control');
  const controls: [string, string][] =
    others.length > 0 ? [['Controls', `${responses(others)} in ${count(others.length, 'file')}`]] : [];
  const facts: [string, string][] = [
    ['Suspect', `${responses(suspects)} in ${count(suspects.length, 'file')}`],
    ['Originals', `${responses(originals)} in ${count(originals.length, 'file')}`],
    ['Threshold', `${parameters.reportFrom} distinctive tokens`],
    ['Below the threshold', count(counts.unreportedPairs, 'pair')],
    ...controls,
    ['Too short to judge', count(counts['too-short'], 'response')],
    ['Not read', count(counts.skipped, 'record')],
  ];
  return el(
    'main',
    // It scrolls once the planted copies stand in it, so that a keyboard has to reach it.
    { class: 'empty-page', tabindex: '0' },
    el('h2', {}, 'Nothing was found'),
    el(
      'p',
      {},
      `No ${manifest.kind === 'dataset' ? 'response of the suspect' : 'answer'} shares enough text with the originals to be reported. ` +
        'That is a normal result.',
    ),
    ...(counts.chance ? [el('p', {}, summary(manifest).rest)] : []),
    el('h3', {}, 'What was searched'),
    el('dl', {}, ...facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    el('h3', {}, 'What would have been found'),
    plantedPart(planted),
    el('h3', {}, 'What was not tested'),
    el(
      'p',
      {},
      'Paraphrase and translation. Text that was reworded throughout, or taken over in another language, ' +
        'does not show here. Records that were not read, and responses too short to judge, are no evidence either way.',
    ),
  );
}

function responses(inputs: readonly RunInput[]): string {
  const sum = inputs.reduce((total, input) => total + input.responses, 0);
  return `${whole(sum)} ${sum === 1 ? 'response' : 'responses'}`;
}
