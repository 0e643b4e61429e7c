/** The exclusions of a case: one file a reviewer, which only grows, so that git merges them and nothing is unsaid. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExclusionEntry, Exclusions } from '../../shared/exclusion.js';
import { exclusionsDir } from '../case/paths.js';
import { ChainFile } from '../chain/chainFile.js';
import { reviewerFileName } from '../chain/reviewerFile.js';
import { EXCLUSION_LINE } from './exclusionLine.js';

/** Reads what is excluded in the case `caseDir`; nothing where nobody excluded anything. Throws Failure('case'). */
export async function readExclusions(caseDir: string): Promise<Exclusions> {
  const dir = exclusionsDir(caseDir);
  const found = await readdir(dir).catch(() => []);
  const names = found.filter((name) => name.endsWith('.jsonl') && !name.startsWith('.')).sort();
  const chains = await Promise.all(
    names.map((name) => new ChainFile(path.join(dir, name), EXCLUSION_LINE).look()),
  );
  const latest = new Map<string, ExclusionEntry>();
  for (const entry of chains.flatMap((chain) => chain?.entries ?? [])) {
    const known = latest.get(entry.text);
    if (!known || known.time <= entry.time) latest.set(entry.text, entry);
  }
  return {
    standing: [...latest.values()].filter(({ withdrawn }) => !withdrawn).sort(byText),
    damages: chains.flatMap((chain) => chain?.damages ?? []),
  };
}

/** Appends an entry to its reviewer's file and resolves once it is on the disk. Throws Failure('case'). */
export async function addExclusion(caseDir: string, entry: ExclusionEntry): Promise<void> {
  const file = path.join(exclusionsDir(caseDir), reviewerFileName(entry.reviewer));
  await new ChainFile(file, EXCLUSION_LINE).append([entry]);
}

function byText(a: ExclusionEntry, b: ExclusionEntry): number {
  return a.text < b.text ? -1 : 1;
}
