/** One row of the tree of runs. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { ListedRun, RunSummary } from '../../shared/caseRuns.js';
import { KINDS } from '../../shared/match.js';
import { VIEW_COMMANDS } from '../ids.js';
import { foundIn } from '../run/currentRun.js';
import { dateInWords, kindInWords } from '../words.js';
import { facts, plain, tooltip } from './markdown.js';

/** The row of `run`; `isCurrent`: the editor, the panel and the findings speak of it. */
export function runItem(run: ListedRun, isCurrent: boolean): vscode.TreeItem {
  if ('reason' in run) return damagedItem(run.dir, run.reason);
  const label = suspectLabel(run);
  const item = new vscode.TreeItem(label);
  item.id = run.dir;
  item.description = [
    resultInWords(run),
    ...(run.started === undefined ? [] : [dateInWords(new Date(run.started))]),
  ].join(' · ');
  item.iconPath = isCurrent
    ? new vscode.ThemeIcon('eye', new vscode.ThemeColor('charts.blue'))
    : new vscode.ThemeIcon(run.kind === 'outputs' ? 'arrow-swap' : 'git-compare');
  item.contextValue = isCurrent ? 'run.current' : 'run.other';
  item.tooltip = tooltipOf(run, isCurrent);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.command = { title: vscode.l10n.t('Open'), command: VIEW_COMMANDS.openRun, arguments: [run] };
  return item;
}

/** e.g. "12 of 1,204": responses with a reported match, of all. */
export function resultInWords({ counts }: RunSummary): string {
  const found = foundIn({ counts });
  return vscode.l10n.t('{0} of {1}', found.toLocaleString(), counts.responses.toLocaleString());
}

/** The suspect's name, and how many more there are. */
export function suspectLabel({ suspects }: RunSummary): string {
  const first = path.basename(suspects[0] ?? '');
  return suspects.length > 1 ? vscode.l10n.t('{0} and {1} more', first, suspects.length - 1) : first;
}

function damagedItem(dir: string, reason: string): vscode.TreeItem {
  const item = new vscode.TreeItem(path.basename(dir));
  item.id = dir;
  item.description = vscode.l10n.t('cannot be read');
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'run.damaged';
  item.tooltip = tooltip(
    plain(reason, 1000),
    vscode.l10n.t('Delete it, or restore its folder from a backup or from version control.'),
  );
  return item;
}

function tooltipOf(run: RunSummary, isCurrent: boolean): vscode.MarkdownString {
  const { counts } = run;
  const kinds = KINDS.filter((kind) => counts[kind] > 0).map((kind): [string, string] => [
    kindInWords(kind),
    counts[kind].toLocaleString(),
  ]);
  const rows: [string, string][] = [
    [vscode.l10n.t('Responses'), counts.responses.toLocaleString()],
    ...kinds,
    [vscode.l10n.t('Too little evidence'), counts['too-little-evidence'].toLocaleString()],
    [vscode.l10n.t('Skipped'), counts.skipped.toLocaleString()],
  ];
  const heading =
    run.kind === 'outputs'
      ? vscode.l10n.t('{0}: answers of two models, paired by prompt', suspectLabel(run))
      : vscode.l10n.t('{0}: a dataset compared with originals', suspectLabel(run));
  const made: [string, string][] = [
    [vscode.l10n.t('Originals'), names(run.originals)],
    ...(run.controls.length > 0
      ? [[vscode.l10n.t('Controls'), names(run.controls)] as [string, string]]
      : []),
    ...(run.templates.length > 0
      ? [[vscode.l10n.t('Templates'), names(run.templates)] as [string, string]]
      : []),
    ...(run.publicTexts.length > 0
      ? [[vscode.l10n.t('Public texts'), names(run.publicTexts)] as [string, string]]
      : []),
    ...(run.started === undefined
      ? []
      : [[vscode.l10n.t('Started'), new Date(run.started).toLocaleString()] as [string, string]]),
    ...(run.seconds === undefined
      ? []
      : [[vscode.l10n.t('Took'), vscode.l10n.t('{0} s', run.seconds.toFixed(1))] as [string, string]]),
    [vscode.l10n.t('Run'), run.run],
  ];
  return tooltip(
    `**${plain(heading)}**`,
    isCurrent ? vscode.l10n.t('Shown now in the editor, the panel and under Findings.') : '',
    facts(rows),
    facts(made),
  );
}

function names(files: readonly string[]): string {
  const shown = files.slice(0, 3).map((file) => path.basename(file));
  return files.length > 3
    ? vscode.l10n.t('{0} and {1} more', shown.join(', '), files.length - 3)
    : shown.join(', ');
}
