/** The strip of scores: every one with what it was made of, and its definition on hover and focus. */
import type { Ratio, Scores } from '../../shared/match.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { share, tokens, whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';

interface Cell {
  readonly value: string;
  readonly label: string;
  /** "101/143": left out where there is no room. */
  readonly of?: string;
  readonly definition: string;
  /** 0..1: drawn as a bar. */
  readonly bar?: number;
}

/** What takes longer for long texts keeps its place until it is there, and what needs texts that are gone for good. */
function missing(value: string, definition: string): Cell[] {
  return ['Dice', t('edit similarity')].map((label) => ({ value, label, bar: 0, definition }));
}

/** All scores of a pair; `pending` if those of its raw texts are still on their way. */
export function scoreStrip(scores: Scores, toll: number, tooltip: Tooltip, pending: boolean): HTMLElement {
  const strip = el('ul', { class: 'scores', 'aria-label': t('Scores') });
  const others = pending
    ? missing('…', t('Being computed.'))
    : scores.dice
      ? []
      : missing('–', t('It needs both texts as they were compared.'));
  for (const cell of [...cells(scores, toll), ...others]) strip.append(scoreCell(cell, tooltip));
  return strip;
}

function scoreCell({ value, label, of, definition, bar }: Cell, tooltip: Tooltip): HTMLElement {
  const meter = el('span', { class: 'meter' });
  if (bar !== undefined) {
    const fill = el('span', { class: 'meter-fill' });
    fill.style.width = `${Math.min(1, Math.max(0, bar)) * 100}%`;
    meter.append(fill);
  }
  const body = el(
    'button',
    { type: 'button', class: 'score' },
    el('span', { class: 'score-value' }, value),
    el(
      'span',
      { class: 'score-label' },
      label,
      of === undefined ? undefined : el('span', { class: 'score-of' }, ` ${of}`),
    ),
    bar === undefined ? undefined : meter,
  );
  tooltip.describe(body, definition);
  return el('li', {}, body);
}

function cells(scores: Scores, toll: number): Cell[] {
  const { distinctiveTokens: evidence, evidenceBits, longestRun, dice, editSimilarity } = scores;
  return [
    {
      value: tokens(evidence.value),
      label: t('distinctive tokens'),
      definition: t(
        'Evidence, a count: the tokens of every aligned passage, less its gaps and less {0} for each passage. {1} without explained text, {2} with it.',
        toll,
        tokens(evidence.value),
        tokens(evidence.raw),
      ),
    },
    ...(evidenceBits
      ? [
          {
            value: tokens(evidenceBits.value),
            label: t('bits'),
            definition: t(
              'Evidence bits rank pairs: a bit for every token of the passages that nothing explains, less half a bit for each token of their gaps, and for each passage less the search for it, the whole log2 of the pairs of places that the two texts have, less 8. How often chance reaches it, only controls say.',
            ),
          },
        ]
      : []),
    ratio(
      'Jaccard',
      scores.jaccard,
      t('Shared distinct shingles, divided by the distinct shingles of both texts.'),
    ),
    ratio(
      t('of suspect'),
      scores.containmentSuspect,
      t('Shared distinct shingles, divided by those of the suspect response.'),
    ),
    ratio(
      t('of original'),
      scores.containmentOriginal,
      t('Shared distinct shingles, divided by those of the original response.'),
    ),
    {
      value: tokens(longestRun.value),
      label: t('longest run'),
      definition: t('Tokens of the longest run of equal tokens that both texts have.'),
    },
    ...(dice
      ? [
          {
            value: share(dice.value),
            label: 'Dice',
            bar: dice.value,
            definition: t(
              'Sørensen–Dice on pairs of neighbouring characters of the raw texts. Unlike texts of one language reach about .27.',
            ),
          },
        ]
      : []),
    ...(editSimilarity
      ? [
          {
            value: `${share(editSimilarity.value)}${editSimilarity.capped ? '+' : ''}`,
            label: t('edit similarity'),
            bar: editSimilarity.value,
            definition: [
              t(
                'Twice the equal characters, divided by the characters of both texts: {0} / {1}.',
                whole(editSimilarity.shared),
                whole(editSimilarity.total),
              ),
              ...(editSimilarity.capped ? [t('The diff was cut short: it is at least so much.')] : []),
            ].join(' '),
          },
        ]
      : []),
  ];
}

function ratio(label: string, { value, shared, total }: Ratio, definition: string): Cell {
  return {
    value: share(value),
    label,
    of: `${whole(shared)}/${whole(total)}`,
    bar: value,
    definition: `${definition} ${whole(shared)} / ${whole(total)}.`,
  };
}
