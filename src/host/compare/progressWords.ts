/** Progress of the engine's phases as one growing percentage, with amount, speed and the time that is left. */
import * as vscode from 'vscode';
import type { Progress } from '../../shared/run.js';
import type { ProgressReport } from '../messages.js';
import { bytesInWords, percent, secondsInWords } from '../words.js';

export class ProgressWords {
  readonly #seen: string[] = [];

  /** `phases`: how many the action has. */
  constructor(
    private readonly target: ProgressReport,
    private readonly phases: number,
  ) {}

  report(progress: Progress): void {
    const { phase, done, total } = progress;
    if (!this.#seen.includes(phase)) this.#seen.push(phase);
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const before = Math.min(this.#seen.length, this.phases) - 1;
    this.target.report(progressInWords(progress), Math.min(((before + share) / this.phases) * 100, 100));
  }
}

/** What the engine is doing, for people; a phase without a translation stands as it is. */
export function phaseInWords(phase: string): string {
  return (
    new Map([
      ['Reading originals', vscode.l10n.t('Reading originals')],
      ['Reading controls', vscode.l10n.t('Reading controls')],
      ['Reading templates', vscode.l10n.t('Reading templates')],
      ['Reading all sources', vscode.l10n.t('Reading all sources')],
      ['Comparing', vscode.l10n.t('Comparing')],
      ['Comparing controls', vscode.l10n.t('Comparing controls')],
      ['Testing planted copies', vscode.l10n.t('Testing planted copies')],
      ['Searching', vscode.l10n.t('Searching')],
      ['Grouping', vscode.l10n.t('Grouping')],
      ['Writing matches', vscode.l10n.t('Writing matches')],
      ['Writing the report', vscode.l10n.t('Writing the report')],
      ['Packing', vscode.l10n.t('Packing')],
      ['Copying', vscode.l10n.t('Copying')],
      ['Unpacking', vscode.l10n.t('Unpacking')],
      ['Hashing', vscode.l10n.t('Hashing')],
    ]).get(phase) ?? phase
  );
}

/** e.g. "Reading originals 41 % · 412 MB of 1.0 GB · 38 MB/s · about 16 s left". */
export function progressInWords({ phase, done, total, unit, perSecond, secondsLeft }: Progress): string {
  const what = phaseInWords(phase);
  if (total <= 0) return what;
  const amount = (count: number) => (unit === 'bytes' ? bytesInWords(count) : count.toLocaleString());
  const parts = [
    vscode.l10n.t('{0} {1} %', what, percent(Math.min(1, done / total))),
    vscode.l10n.t('{0} of {1}', amount(Math.min(done, total)), amount(total)),
  ];
  if (perSecond !== undefined) {
    parts.push(
      unit === 'bytes'
        ? vscode.l10n.t('{0}/s', bytesInWords(perSecond))
        : vscode.l10n.t('{0} responses/s', Math.round(perSecond).toLocaleString()),
    );
  }
  if (secondsLeft !== undefined) parts.push(vscode.l10n.t('about {0} left', secondsInWords(secondsLeft)));
  return parts.join(' · ');
}
