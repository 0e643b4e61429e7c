/** How the tree groups the findings of a run: which groups there are, and what the engine is asked for each. */
import * as vscode from 'vscode';
import { NO_FILTER, type FindingQuery } from '../../shared/findingQuery.js';
import { KINDS } from '../../shared/match.js';
import { VERDICT_STATES, type VerdictState } from '../../shared/verdict.js';
import type { Services } from '../services.js';
import { kindInWords, verdictInWords } from '../words.js';
import { meaning } from './findingItem.js';

export const GROUPINGS = ['kind', 'file', 'verdict'] as const;
export type TreeGrouping = (typeof GROUPINGS)[number];

export interface FindingGroup {
  readonly key: string;
  readonly label: string;
  readonly tooltip: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly query: FindingQuery;
}

const ALL_KINDS = [...KINDS, 'too-little-evidence'] as const;

/** Returns the groups of the run in `dir` that hold anything. */
export async function findingGroups(
  { engine, reviews }: Services,
  dir: string,
  by: TreeGrouping,
): Promise<FindingGroup[]> {
  const manifest = await engine.openRun(dir);
  const query = (change: Partial<FindingQuery>): FindingQuery => ({
    ...NO_FILTER,
    ...{ run: dir, sort: 'evidence', kinds: KINDS, group: { by: 'none' } },
    ...change,
  });
  const groups = async (): Promise<FindingGroup[]> => {
    switch (by) {
      case 'kind':
        return ALL_KINDS.map((kind) => ({
          key: kind,
          label: kindInWords(kind),
          tooltip: meaning(kind),
          count: manifest.counts[kind],
          isOpen: kind !== 'too-little-evidence',
          query: query({ kinds: [kind] }),
        }));
      case 'file': {
        const { files } = await engine.call('facets', { run: dir });
        const suspects = files.filter(({ side }) => side === 'suspect');
        return suspects.map(({ path, label, findings }) => ({
          ...{ key: path, label, tooltip: path, count: findings, isOpen: suspects.length === 1 },
          query: query({ files: [path], kinds: ALL_KINDS }),
        }));
      }
      case 'verdict': {
        const reviewer = await reviews.reviewer();
        const { counts } = await engine.call('review', { run: dir, reviewer });
        return VERDICT_STATES.map((state) => ({
          key: state,
          label: stateInWords(state),
          tooltip: vscode.l10n.t('Verdicts of {0}', reviewer),
          count: counts[state],
          isOpen: state === 'open',
          query: query({ verdicts: [state], reviewer }),
        }));
      }
    }
  };
  return (await groups()).filter(({ count }) => count > 0);
}

/** Lets the reader choose; undefined if she did not. */
export async function pickGrouping(now: TreeGrouping): Promise<TreeGrouping | undefined> {
  const names: Record<TreeGrouping, string> = {
    kind: vscode.l10n.t('By Kind'),
    file: vscode.l10n.t('By File of the Suspect'),
    verdict: vscode.l10n.t('By Verdict'),
  };
  const items = GROUPINGS.map((by) => ({
    by,
    label: names[by],
    ...(by === now && { description: vscode.l10n.t('now') }),
  }));
  const title = vscode.l10n.t('Group Findings');
  return (await vscode.window.showQuickPick(items, { title }))?.by;
}

function stateInWords(state: VerdictState): string {
  const word = state === 'open' ? vscode.l10n.t('open') : verdictInWords(state);
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
