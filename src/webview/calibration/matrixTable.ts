/** A model-output run's sources against all, as tables in which a number says what a colour says. */
import type { Closeness, MeanOverPrompts, Trial } from '../../shared/closeness.js';
import { percentage } from '../../core/wording/numbers.js';
import { el } from '../parts/dom.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Tooltip } from '../parts/tooltip.js';
import { visible } from '../pair/visible.js';
import { row, table } from './tables.js';

/** Steps of the heat. */
const HEATS = 5;

/** How close every source's answers are to every other's. */
export function matrixTable(closeness: Closeness, tooltip: Tooltip): HTMLElement {
  const { sources, pairs, shingle } = closeness;
  const most = Math.max(...pairs.map(({ value }) => value), Number.MIN_VALUE);
  const rows = sources.map((_, a) => {
    const cells = sources.map((_, b) => {
      if (a === b) return el('td', { class: 'number same' });
      const pair = pairs.find((one) => one.a === Math.min(a, b) && one.b === Math.max(a, b));
      if (!pair) return el('td', { class: 'number' }, '–');
      const heat = Math.min(HEATS - 1, Math.floor((pair.value / most) * HEATS));
      const cell = el('td', { class: `number heat-${heat}` }, (100 * pair.value).toFixed(2));
      tooltip.describe(
        cell,
        t('{0} and {1}: {2}', nameOf(closeness, a), nameOf(closeness, b), meanInWords(pair)),
      );
      return cell;
    });
    const head = el('th', { scope: 'row', class: 'name' }, `${a + 1} `, name(closeness, a));
    return el('tr', {}, head, ...cells);
  });
  const caption = plural(
    closeness.prompts,
    'How close the answers of all sources are: shared runs of {1} words, less those of the prompt, in % of both answers’ runs, over {0} prompt',
    'How close the answers of all sources are: shared runs of {1} words, less those of the prompt, in % of both answers’ runs, over {0} prompts',
    shingle,
  );
  return table(caption, [t('Source'), ...sources.map((_, at) => String(at + 1))], rows);
}

/** Every source tried as the suspect. */
export function trialsTable(closeness: Closeness): HTMLElement {
  const rows = closeness.trials.map((trial) => {
    const { source, differences, first, of, passed } = trial;
    const closer = differences.filter((difference) => difference.closer).length;
    return row(
      name(closeness, source),
      t('{0} of {1}', whole(closer), whole(differences.length)),
      t('{0} of {1}', whole(first), whole(of)),
      passed ? t('yes') : t('no'),
    );
  });
  const heads = [t('Tried as the suspect'), t('Closer than'), t('Closest on prompts'), t('Passed')];
  return table(t('Every source tried as the suspect, against all of other families'), heads, rows);
}

/** How much closer the suspect is to the originals than each control. */
export function differencesTable(closeness: Closeness, { differences }: Trial): HTMLElement {
  const rows = differences.map((difference) =>
    row(
      name(closeness, difference.other),
      points(difference.value),
      t('{0} to {1}', points(difference.lower), points(difference.upper)),
      whole(difference.prompts),
    ),
  );
  const heads = [t('Suspect less …'), t('Difference'), t('95 % interval'), t('Prompts')];
  return table(t('How much closer the suspect is to the originals, in percentage points'), heads, rows);
}

function points(value: number): string {
  return `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(2)}`;
}

function meanInWords({ value, lower, upper, prompts }: MeanOverPrompts): string {
  return plural(
    prompts,
    '{1}, between {2} and {3}, on {0} prompt',
    '{1}, between {2} and {3}, on {0} prompts',
    percentage(value),
    percentage(lower),
    percentage(upper),
  );
}

const ROLES = { suspect: t('suspect'), original: t('originals'), control: '' } as const;

function nameOf({ sources }: Closeness, at: number): string {
  const { role, source } = sources[at]!;
  return ROLES[role] || source;
}

function name({ sources }: Closeness, at: number): HTMLElement {
  const { role, source, family, path } = sources[at]!;
  const kin = family !== undefined && family !== path ? ` (${family})` : ROLES[role] && ` (${ROLES[role]})`;
  return el('bdi', {}, ...visible(source + kin));
}
