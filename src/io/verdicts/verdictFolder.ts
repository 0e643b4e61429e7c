/** The verdicts of a case: the files of all its reviewers. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { VerdictBook } from '../../core/review/verdictBook.js';
import { VerdictSteps } from '../../core/review/verdictSteps.js';
import type { ChainDamage } from '../../shared/chain.js';
import type { VerdictEntry } from '../../shared/verdict.js';
import { verdictsDir } from '../case/paths.js';
import type { Chain } from '../chain/chain.js';
import { reviewerFileName } from '../chain/reviewerFile.js';
import { VerdictFile } from './verdictFile.js';

export class VerdictFolder {
  readonly book = new VerdictBook();
  readonly #steps = new Map<string, VerdictSteps>();
  readonly #dir: string;
  readonly #files = new Map<string, VerdictFile>();
  readonly #damages = new Map<string, readonly ChainDamage[]>();

  constructor(caseDir: string) {
    this.#dir = verdictsDir(caseDir);
  }

  /** Every damaged line of every file. */
  get damages(): readonly ChainDamage[] {
    return [...this.#damages.values()].flat();
  }

  /** Reads what came since the last look, by another window or by git; true if anything did. */
  async look(): Promise<boolean> {
    const found = await readdir(this.#dir).catch(() => []);
    const names = found.filter((name) => name.endsWith('.jsonl') && !name.startsWith('.')).sort();
    let changed = false;
    for (const name of this.#files.keys()) {
      if (names.includes(name)) continue;
      this.#files.delete(name);
      this.#damages.delete(name);
      this.#steps.delete(name);
      this.book.remove(name);
      changed = true;
    }
    for (const name of names) {
      const chain = await this.#file(name).look();
      if (!chain) continue;
      this.#take(name, chain);
      changed = true;
    }
    return changed;
  }

  /**
   * Appends entries of one reviewer and resolves once they are on the disk; true if others had written to that file
   * meanwhile. Throws Failure('case').
   */
  async append(reviewer: string, entries: readonly VerdictEntry[]): Promise<boolean> {
    const name = reviewerFileName(reviewer);
    const seen = await this.#file(name).append(entries);
    if (seen) this.#take(name, seen);
    this.book.add(name, entries);
    this.steps(reviewer).add(entries);
    return seen !== undefined;
  }

  /** The steps in a reviewer's file. */
  steps(reviewer: string): VerdictSteps {
    const name = reviewerFileName(reviewer);
    const steps = this.#steps.get(name) ?? new VerdictSteps();
    this.#steps.set(name, steps);
    return steps;
  }

  #take(name: string, chain: Chain<VerdictEntry>): void {
    this.book.replace(name, chain.entries);
    const steps = new VerdictSteps();
    steps.add(chain.entries);
    this.#steps.set(name, steps);
    this.#damages.set(name, chain.damages);
  }

  #file(name: string): VerdictFile {
    const known = this.#files.get(name);
    if (known) return known;
    const made = new VerdictFile(path.join(this.#dir, name));
    this.#files.set(name, made);
    return made;
  }
}
