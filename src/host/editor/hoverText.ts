/** What a hover on a suspect response says. Text of the dataset is escaped; the only links are our own commands. */
import * as vscode from 'vscode';
import type { RecordFinding, SharedRun } from '../../shared/engineCalls.js';
import { COMMANDS } from '../ids.js';
import { placeLabel } from '../jump/recordUri.js';
import { facts, plain } from '../views/markdown.js';
import { kindInWords, percent } from '../words.js';

const LINKED = [COMMANDS.showFindings, COMMANDS.jumpToOriginal, COMMANDS.openDiff];
const QUOTED = 240;

/** The hover of the best of the findings of one record; `run` is the longest run it shares with its best original. */
export function hoverText(finding: RecordFinding, run: SharedRun | undefined): vscode.MarkdownString {
  const { originals, kind, evidence, jaccard, containmentSuspect, count } = finding;
  const best = originals[0];
  const found =
    count === 1
      ? vscode.l10n.t('1 original matches')
      : vscode.l10n.t('{0} originals match', count.toLocaleString());
  const paragraphs = [
    `**${plain(kindInWords(kind))}** · ${plain(found)}`,
    facts([
      ...(best
        ? [
            [
              count === 1 ? vscode.l10n.t('Original') : vscode.l10n.t('Best original'),
              placeLabel(best),
            ] as const,
          ]
        : []),
      [vscode.l10n.t('Distinctive tokens shared'), evidence.toLocaleString()],
      [vscode.l10n.t('Jaccard similarity'), `${percent(jaccard)} %`],
      [vscode.l10n.t('Of this response in the original'), `${percent(containmentSuspect)} %`],
    ]),
    ...(run
      ? [
          `${plain(vscode.l10n.t('Longest shared run, {0} tokens:', run.tokens.toLocaleString()))}\n\n> ${plain(run.text, QUOTED)}`,
        ]
      : []),
    [
      link(vscode.l10n.t('Show finding'), COMMANDS.showFindings, finding),
      link(vscode.l10n.t('Jump to original'), COMMANDS.jumpToOriginal, finding),
      link(vscode.l10n.t('Open diff'), COMMANDS.openDiff, finding),
    ].join(' · '),
  ];
  const text = new vscode.MarkdownString(paragraphs.join('\n\n'));
  text.isTrusted = { enabledCommands: LINKED };
  return text;
}

/** A link that carries numbers only, never a text of the dataset. */
function link(label: string, command: string, { id }: RecordFinding): string {
  const place = encodeURIComponent(JSON.stringify([{ finding: id, index: 0 }]));
  return `[${plain(label)}](command:${command}?${place})`;
}
