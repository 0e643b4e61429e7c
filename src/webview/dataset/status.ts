/** The line at the bottom: what the file is, how many records it has, what the run found. */
import type { DatasetView } from '../../shared/datasetCalls.js';
import type { TableFindings, TableSize } from '../../shared/tableCalls.js';
import { visible } from '../pair/visible.js';
import { el, keyCap } from '../parts/dom.js';
import { plural, t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import type { Chosen } from './verdicts.js';

const FORMATS: Readonly<Record<DatasetView['format'], string>> = {
  jsonl: 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  tsv: 'TSV',
  parquet: 'Parquet',
  text: t('text'),
};

const KEYS: readonly (readonly [key: string, what: string])[] = [
  ['⏎', t('record')],
  ['/', t('find')],
  ['g', t('go to')],
];
const FINDING_KEYS: typeof KEYS = [
  ['n', t('next finding')],
  ['f', t('only findings')],
  ['o', t('show it')],
  ['c', t('confirm')],
  ['d', t('dismiss')],
  ['u', t('unsure')],
];

export class Status {
  readonly element: HTMLElement;
  readonly #records = el('span', { class: 'status-records', role: 'status' });
  readonly #findings = el('span', {});
  readonly #selected = el('span', { class: 'status-selected', role: 'status' });
  readonly #said = el('span', { class: 'status-said', role: 'status' });

  constructor(view: DatasetView) {
    const shape =
      view.shape === undefined ? [] : [el('span', { class: 'status-shape' }, ...visible(view.shape))];
    const packed = view.compression === 'none' ? '' : `, ${view.compression}`;
    this.element = el(
      'footer',
      { class: 'status' },
      this.#records,
      this.#findings,
      this.#selected,
      this.#said,
      el(
        'span',
        { class: 'status-file' },
        `${FORMATS[view.format]}${packed}, ${bytesInWords(view.size.bytes)}`,
      ),
      ...shape,
      el(
        'span',
        { class: 'status-keys' },
        ...[...(view.findings ? FINDING_KEYS : []), ...KEYS].map(([key, what]) =>
          el('span', {}, keyCap(key), ` ${what}`),
        ),
      ),
    );
  }

  /** How many records the file has, and how many of them are shown if not all. */
  records(size: TableSize, shown: number | undefined): void {
    const all = size.exact
      ? plural(size.records, '{0} record', '{0} records')
      : t(
          'about {0} records, counting: {1} %',
          whole(estimated(size)),
          Math.floor((100 * size.bytesDone) / Math.max(1, size.bytes)),
        );
    this.#records.textContent = shown === undefined ? all : t('{0} of {1}', whole(shown), all);
  }

  findings(findings: TableFindings | undefined): void {
    const reported = findings?.kinds.filter((kind) => kind !== 'too-little-evidence').length ?? 0;
    this.#findings.textContent = findings ? plural(reported, '{0} finding', '{0} findings') : '';
  }

  /** What a verdict would be for, where that is more than one finding or record; `chosen` is undefined in no run. */
  selected(records: number, chosen: Chosen | undefined): void {
    this.#selected.textContent = selectedWords(records, chosen);
  }

  /** What was just done, until something else is. */
  say(text: string): void {
    this.#said.textContent = text;
  }
}

function selectedWords(records: number, chosen: Chosen | undefined): string {
  const findings = chosen?.findings.length ?? 0;
  if (records <= 1 && findings <= 1) return '';
  if (!chosen) return t('{0} records selected', whole(records));
  const found = plural(findings, '{0} finding', '{0} findings');
  const said =
    records > 1
      ? t('{0} records selected with {1}', whole(records), found)
      : t('{0} in this record, judged together', found);
  return chosen.weak === 0 ? said : t('{0}, {1} with too little evidence', said, whole(chosen.weak));
}

/** Records in all: counted, or as many as the bytes counted so far make likely. */
export function estimated({ records, exact, bytesDone, bytes }: TableSize): number {
  if (exact || bytesDone === 0) return records;
  return Math.max(records, Math.round((records * bytes) / bytesDone));
}

function bytesInWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** unit;
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]!}`;
}
