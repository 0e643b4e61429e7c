/** What the reviewer's keys do to the findings of the selected records: verdicts, note, undo and redo. */
import type { TableFinding } from '../../shared/tableCalls.js';
import type { Verdict } from '../../shared/verdict.js';
import { t } from '../parts/l10n.js';
import { whole } from '../parts/numbers.js';
import { InOrder } from '../review/inOrder.js';
import {
  isMeant,
  judgedWords,
  NOT_STEPPED,
  notedWords,
  sentences,
  steppedWords,
} from '../review/manyVerdicts.js';
import { NoteEditor } from '../review/noteEditor.js';
import { judgedText } from '../review/progress.js';
import type { Chosen, Verdicts } from './verdicts.js';

export interface JudgingOptions {
  /** Undefined where the file is in no run. */
  readonly verdicts: Verdicts | undefined;
  readonly reviewer: string;
  readonly record: () => number;
  /** The findings of the current record, as far as they are here. */
  readonly shown: () => readonly TableFinding[];
  /** How many records are selected, and whether a record is. */
  readonly selected: () => number;
  readonly isSelected: (record: number) => boolean;
  readonly onReviewed: () => void;
  readonly onSelect: (record: number) => void;
  readonly onProblem: (what: string, error: unknown) => void;
  readonly announce: (text: string) => void;
  /** The note was written or left: the rows take the focus. */
  readonly onLeave: () => void;
}

export class Judging {
  readonly editor = new NoteEditor();
  readonly #inOrder: InOrder;

  constructor(private readonly options: JudgingOptions) {
    this.#inOrder = new InOrder(options.onProblem);
  }

  /** All findings of the selected records: one record has several where it holds several responses. */
  get #chosen(): Chosen {
    const { verdicts, isSelected } = this.options;
    return verdicts?.of(isSelected) ?? { findings: [], records: [], weak: 0 };
  }

  /** Judges as one step and goes on to the next open record; clearing stays. */
  judge(verdict: Verdict): void {
    this.#inOrder.do(t('The verdict could not be recorded.'), () => this.#judge(verdict));
  }

  /** Opens the editor of the note. */
  async note(): Promise<void> {
    const { verdicts, reviewer, shown } = this.options;
    const { findings, records } = this.#chosen;
    if (!verdicts || findings.length === 0) return;
    const one = findings.length === 1 ? shown().find(({ id }) => id === findings[0]) : undefined;
    const own = one?.judgements.find((judgement) => judgement.reviewer === reviewer);
    const title =
      findings.length === 1
        ? t('Note on record {0}', whole(records[0]!))
        : t('Note on {0} findings', whole(findings.length));
    const note = await this.editor.edit(findings, title, own?.note ?? '');
    if (!this.editor.isOpen) this.options.onLeave();
    if (note === undefined) return;
    this.#inOrder.do(t('The note was not recorded.'), async () => {
      await verdicts.annotate(findings, note);
      this.options.onReviewed();
      this.options.announce(notedWords(note, findings.length));
    });
  }

  /** Takes the last step back, or does it again, and shows where. */
  step(way: 'undo' | 'redo'): void {
    const { verdicts } = this.options;
    if (!verdicts) return;
    this.#inOrder.do(NOT_STEPPED[way], async () => {
      const change = await verdicts.step(way);
      this.options.onReviewed();
      const findings = change.changed.map(({ finding }) => finding);
      const record = verdicts.recordOf(findings, this.options.record());
      if (record !== undefined) this.options.onSelect(record);
      this.options.announce(steppedWords(way, change));
    });
  }

  async #judge(verdict: Verdict): Promise<void> {
    const { verdicts, record, selected } = this.options;
    if (!verdicts) return;
    const before = record();
    const of = selected();
    const { findings, records, weak } = this.#chosen;
    if (findings.length === 0) {
      this.options.announce(
        of > 1 ? t('None of these records has a finding.') : t('This record has no finding.'),
      );
      return;
    }
    if (!(await isMeant(verdict, findings.length))) return;
    const { progress } = await verdicts.judge(findings, verdict);
    this.options.onReviewed();
    const next = verdict === 'cleared' ? undefined : verdicts.nextOpen(records.at(-1)!);
    // Who has moved on meanwhile is left where she is.
    if (next !== undefined && record() === before) this.options.onSelect(next);
    const judged = judgedWords(verdict, findings.length);
    this.options.announce(
      sentences(
        of > 1 ? t('{0}, in {1} of {2} records', judged, whole(records.length), whole(of)) : judged,
        weak > 0 && t('{0} with too little evidence', whole(weak)),
        judgedText(progress),
        verdict !== 'cleared' && next === undefined && t('None in this file is open any more'),
      ),
    );
  }
}
