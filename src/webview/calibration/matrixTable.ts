/** A model-output run's sources against all, as tables in which a number says what a colour says. */
import type { Closeness, MeanOverPrompts, Trial } from '../../shared/closeness.js';
import { percentage } from '../../core/wording/numbers.js';
import { el } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';
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
      tooltip.describe(cell, `${nameOf(closeness, a)} and ${nameOf(closeness, b)}: ${meanInWords(pair)}`);
      return cell;
    });
    const head = el('th', { scope: 'row', class: 'name' }, `${a + 1} `, name(closeness, a));
    return el('tr', {}, head, ...cells);
  });
  const caption =
    `How close the answers of all sources are: shared runs of ${shingle} words, less those of the prompt, ` +
    `in % of both answers’ runs, over ${count(closeness.prompts, 'prompt')}`;
  return table(caption, ['Source', ...sources.map((_, at) => String(at + 1))], rows);
}

/** Every source tried as the suspect. */
export function trialsTable(closeness: Closeness): HTMLElement {
  const rows = closeness.trials.map((trial) => {
    const { source, differences, first, of, passed } = trial;
    const closer = differences.filter((difference) => difference.closer).length;
    return row(
      name(closeness, source),
      `${whole(closer)} of ${whole(differences.length)}`,
      `${whole(first)} of ${whole(of)}`,
      passed ? 'yes' : 'no',
    );
  });
  const heads = ['Tried as the suspect', 'Closer than', 'Closest on prompts', 'Passed'];
  return table('Every source tried as the suspect, against all of other families', heads, rows);
}

/** How much closer the suspect is to the originals than each control. */
export function differencesTable(closeness: Closeness, { differences }: Trial): HTMLElement {
  const rows = differences.map((difference) =>
    row(
      name(closeness, difference.other),
      points(difference.value),
      `${points(difference.lower)} to ${points(difference.upper)}`,
      whole(difference.prompts),
    ),
  );
  const heads = ['Suspect less …', 'Difference', '95 % interval', 'Prompts'];
  return table('How much closer the suspect is to the originals, in percentage points', heads, rows);
}

function points(value: number): string {
  return `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(2)}`;
}

function meanInWords({ value, lower, upper, prompts }: MeanOverPrompts): string {
  return `${percentage(value)}, between ${percentage(lower)} and ${percentage(upper)}, on ${count(prompts, 'prompt')}`;
}

const ROLES = { suspect: 'suspect', original: 'originals', control: '' } as const;

function nameOf({ sources }: Closeness, at: number): string {
  const { role, source } = sources[at]!;
  return ROLES[role] || source;
}

function name({ sources }: Closeness, at: number): HTMLElement {
  const { role, source, family, path } = sources[at]!;
  const kin = family !== undefined && family !== path ? ` (${family})` : ROLES[role] && ` (${ROLES[role]})`;
  return el('bdi', {}, ...visible(source + kin));
}
