/** The current record as a whole, to be read. */
import type { TableFinding, TableRecord } from '../../../shared/tableCalls.js';
import { button, el } from '../../parts/dom.js';
import { plural, t, tNodes } from '../../parts/l10n.js';
import { kindName, shownKind } from '../../parts/names.js';
import { tokens, whole } from '../../parts/numbers.js';
import { problem, waiting } from '../../parts/waiting.js';
import type { Found } from '../search/found.js';
import { fieldElements } from './fields.js';

export interface RecordPaneOptions {
  readonly fetch: (record: number) => Promise<TableRecord>;
  readonly onFinding: (finding: TableFinding) => void;
}

export class RecordPane {
  readonly element: HTMLElement;
  readonly #title = el('h2', {});
  readonly #facts = el('div', { class: 'record-facts' });
  readonly #findings = el('div', { class: 'record-findings' });
  readonly #body = el('div', { class: 'record-body', tabindex: '0', role: 'region', 'data-keys': 'record' });
  #record: TableRecord | undefined;
  #turn = 0;

  constructor(private readonly options: RecordPaneOptions) {
    this.#body.setAttribute('aria-label', t('The whole record'));
    this.element = el(
      'section',
      { class: 'record', 'aria-label': t('Record') },
      el('div', { class: 'record-head' }, this.#title, this.#facts, this.#findings),
      this.#body,
    );
  }

  /** The findings of the record that is shown, best first. */
  get findings(): readonly TableFinding[] {
    return this.#record?.findings ?? [];
  }

  /** Shows a record, with what was searched for marked; the last one asked for wins. */
  async show(record: number, found: Found): Promise<void> {
    const turn = ++this.#turn;
    try {
      const fetched = await waiting(this.#body, t('Reading the record'), this.options.fetch(record));
      if (turn !== this.#turn) return;
      const same = this.#record?.record === record;
      this.#record = fetched;
      this.#paint(fetched, found);
      if (same) return;
      this.#body.scrollTop = 0;
      this.#body.querySelector('.hit')?.scrollIntoView({ block: 'center' });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#record = undefined;
      this.#title.textContent = t('Record {0}', whole(record));
      this.#facts.replaceChildren();
      this.#findings.replaceChildren();
      this.#body.replaceChildren(
        problem(t('The record could not be read.'), error, () => void this.show(record, found)),
      );
    }
  }

  #paint(record: TableRecord, found: Found): void {
    this.#title.textContent = t('Record {0}', whole(record.record));
    this.#facts.textContent = [
      ...(record.line === undefined ? [] : [t('line {0}', whole(record.line))]),
      ...(record.byteLength === undefined ? [] : [plural(record.byteLength, '{0} byte', '{0} bytes')]),
      ...(record.byteOffset === undefined ? [] : [t('at byte {0}', whole(record.byteOffset))]),
    ].join(' · ');
    this.#findings.replaceChildren(...record.findings.map((finding) => this.#finding(finding)));
    const reason =
      record.problem === undefined
        ? []
        : [
            el(
              'p',
              { class: 'record-problem' },
              ...(record.fields.length > 0
                ? tNodes('No response: {0}', record.problem)
                : tNodes('Not read: {0}', record.problem)),
            ),
          ];
    const more = record.more ? [el('p', { class: 'cut' }, t('Further fields are not shown.'))] : [];
    this.#body.replaceChildren(...reason, ...fieldElements(record.fields, found), ...more);
  }

  #finding(finding: TableFinding): HTMLElement {
    const kind = shownKind(finding);
    const made = button(
      { class: `record-finding kind-${kind}` },
      () => this.options.onFinding(finding),
      el('span', { class: 'swatch', 'aria-hidden': 'true' }),
      el('b', {}, kindName(kind)),
      ` · ${t('{0} distinctive tokens', tokens(finding.evidence))} · ${plural(finding.originals, '{0} original', '{0} originals')}`,
      el('span', { class: 'record-finding-open' }, t('Show in findings')),
    );
    return made;
  }
}
