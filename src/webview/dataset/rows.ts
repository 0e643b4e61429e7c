/** The rows of the table: which records they show, what was fetched of them, and the strip beside them. */
import type { DatasetCalls, DatasetView } from '../../shared/datasetCalls.js';
import type { Client } from '../../shared/rpc.js';
import type { TableFinding, TableSize } from '../../shared/tableCalls.js';
import type { SelectHow } from '../list/selection.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { RecordCache } from './grid/recordCache.js';
import { RecordGrid } from './grid/recordGrid.js';
import { renderRow } from './grid/recordRow.js';
import { Shown } from './grid/shown.js';
import { Overview } from './overview.js';
import type { Found } from './search/found.js';
import { estimated } from './status.js';

export interface RowsOptions {
  readonly calls: Client<DatasetCalls>;
  readonly view: DatasetView;
  readonly found: () => Found;
  readonly onSelect: (record: number, how: SelectHow) => void;
  readonly onOpen: () => void;
  readonly onProblem: (error: unknown) => void;
}

export class Rows {
  readonly element: HTMLElement;
  readonly grid: RecordGrid;
  readonly #cache: RecordCache;
  readonly #overview: Overview;
  /** The records with findings, each once. */
  readonly #withFindings: readonly number[];
  #size: TableSize;
  #shown: Shown;

  constructor(private readonly options: RowsOptions) {
    const { calls, view, found, onSelect } = options;
    this.#withFindings = [...new Set(view.findings?.records)];
    this.#size = view.size;
    this.#shown = Shown.all(estimated(view.size));
    this.#cache = new RecordCache({
      fetch: (records) => {
        const { find } = found();
        return calls.call('rows', { records, ...(find && { find }) });
      },
      shown: () => this.#shown,
      known: () => this.#size.records,
      onRows: () => this.grid.refresh(),
      onProblem: options.onProblem,
    });
    const withFindings = view.findings !== undefined;
    this.grid = new RecordGrid({
      label: t('Records of {0}', view.name),
      columns: [t('Record'), t('Prompt'), t('Response'), ...(withFindings ? [t('Finding')] : [])],
      render: (row, record) =>
        renderRow(row, record, this.#cache.get(record), found(), withFindings, view.reviewer),
      onView: (first, last) => this.#cache.want(first, last),
      onSelect,
      onOpen: options.onOpen,
    });
    this.#overview = new Overview((record) => onSelect(record, 'only'));
    this.element = el('div', { class: 'rows' }, this.grid.element, this.#overview.element);
  }

  /** Which records are shown. */
  get shown(): Shown {
    return this.#shown;
  }

  /** How many records have findings. */
  get withFindings(): number {
    return this.#withFindings.length;
  }

  /** The findings of a record; undefined while its row is on its way. */
  findings(record: number): readonly TableFinding[] | undefined {
    return this.#cache.get(record)?.findings;
  }

  /** The count went on. */
  sized(size: TableSize): void {
    this.#size = size;
    this.#show(this.#shown.only ? this.#shown : Shown.all(estimated(size)));
  }

  /** Shows only the records with findings, or all. */
  setOnly(only: boolean): void {
    this.#shown = only ? Shown.only(this.#withFindings) : Shown.all(estimated(this.#size));
    this.#cache.clear();
    this.#show(this.#shown);
  }

  /** Fetches the rows anew, without a flicker. */
  renew(): void {
    this.#cache.renew();
    this.grid.refresh();
  }

  /** Marks what was found. */
  mark(): void {
    this.#overview.show(this.#shown, this.options.view.findings, this.options.found());
    this.grid.refresh();
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.grid.show(shown);
    this.#overview.show(shown, this.options.view.findings, this.options.found());
  }
}
