/** The line at the bottom: what the file is, how many records it has, what the run found. */
import type { DatasetView } from '../../shared/datasetCalls.js';
import type { TableFindings, TableSize } from '../../shared/tableCalls.js';
import { visible } from '../pair/visible.js';
import { el, keyCap } from '../parts/dom.js';
import { count, whole } from '../parts/numbers.js';
import type { Chosen } from './verdicts.js';

const FORMATS: Readonly<Record<DatasetView['format'], string>> = {
  jsonl: 'JSON Lines',
  json: 'JSON',
  csv: 'CSV',
  tsv: 'TSV',
  parquet: 'Parquet',
  text: 'text',
};

const KEYS: readonly (readonly [key: string, what: string])[] = [
  ['⏎', 'record'],
  ['/', 'find'],
  ['g', 'go to'],
];
const FINDING_KEYS: typeof KEYS = [
  ['n', 'next finding'],
  ['f', 'only findings'],
  ['o', 'show it'],
  ['c', 'confirm'],
  ['d', 'dismiss'],
  ['u', 'unsure'],
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
      ? count(size.records, 'record')
      : `about ${whole(estimated(size))} records, counting: ${Math.floor((100 * size.bytesDone) / Math.max(1, size.bytes))} %`;
    this.#records.textContent = shown === undefined ? all : `${whole(shown)} of ${all}`;
  }

  findings(findings: TableFindings | undefined): void {
    const reported = findings?.kinds.filter((kind) => kind !== 'too-little-evidence').length ?? 0;
    this.#findings.textContent = findings ? count(reported, 'finding') : '';
  }

  /** How many records are selected, if they are many, and what findings they have; undefined in no run. */
  selected(records: number, chosen: Chosen | undefined): void {
    const weak = chosen && chosen.weak > 0 ? `, ${whole(chosen.weak)} with too little evidence` : '';
    const found = chosen ? ` with ${count(chosen.findings.length, 'finding')}${weak}` : '';
    this.#selected.textContent = records > 1 ? `${count(records, 'record')} selected${found}` : '';
  }

  /** What was just done, until something else is. */
  say(text: string): void {
    this.#said.textContent = text;
  }
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
