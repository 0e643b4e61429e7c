/** The filters in use beside text and kind, each with a button that takes it away. */
import type { TimeRange } from '../../shared/findingQuery.js';
import { button, el } from '../parts/dom.js';
import { icon } from '../parts/icon.js';
import { t } from '../parts/l10n.js';
import { flagName, rangeText, scoreName } from '../parts/names.js';
import { visible } from '../pair/visible.js';
import type { Query } from '../place.js';

/** One chip for each filter of `query`. */
export function filterChips(query: Query, onQuery: (change: Partial<Query>) => void): HTMLElement[] {
  const { ranges, files, flags, meta, times } = query;
  return [
    ...ranges.map((range) =>
      chip(`${scoreName(range.score)} ${rangeText(range)}`, () =>
        onQuery({ ranges: ranges.filter((one) => one !== range) }),
      ),
    ),
    ...files.map((file) =>
      chip(file.slice(file.lastIndexOf('/') + 1), () =>
        onQuery({ files: files.filter((one) => one !== file) }),
      ),
    ),
    ...flags.map((flag) =>
      chip(flagName(flag), () => onQuery({ flags: flags.filter((one) => one !== flag) })),
    ),
    ...meta.map((filter) =>
      chip(`${filter.field} ${filter.exact ? '=' : '∋'} ${filter.value}`, () =>
        onQuery({ meta: meta.filter((one) => one !== filter) }),
      ),
    ),
    ...times.map((time) =>
      chip(`${time.field} ${daysText(time)}`, () => onQuery({ times: times.filter((one) => one !== time) })),
    ),
  ];
}

/** "2025-11-01 to 2025-11-04", "from 2025-11-01", "until 2025-11-04" */
function daysText({ from, to }: TimeRange): string {
  if (from === undefined) return t('until {0}', to!);
  if (to === undefined) return t('from {0}', from);
  return from === to ? from : t('{0} to {1}', from, to);
}

function chip(text: string, onRemove: () => void): HTMLElement {
  const made = button(
    { class: 'chip' },
    onRemove,
    el('bdi', { class: 'chip-text' }, ...visible(text)),
    icon('close'),
  );
  made.setAttribute('aria-label', t('Remove the filter {0}', text));
  return made;
}
