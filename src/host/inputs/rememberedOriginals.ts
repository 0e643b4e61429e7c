/** The originals that a workspace remembers: the way to the lab's own responses is found once. */
import type * as vscode from 'vscode';
import { isStrings } from '../checks.js';
import { MEMORY } from '../ids.js';

const KEPT = 50;

export class RememberedOriginals {
  constructor(private readonly memory: vscode.Memento) {}

  /** Files and folders, those used last first. */
  all(): string[] {
    return this.#read(MEMORY.originals);
  }

  /** What the last comparison used. */
  lastUsed(): string[] {
    return this.#read(`${MEMORY.originals}.last`);
  }

  async add(paths: readonly string[]): Promise<void> {
    const known = this.all().filter((path) => !paths.includes(path));
    await this.memory.update(MEMORY.originals, [...paths, ...known].slice(0, KEPT));
    await this.memory.update(`${MEMORY.originals}.last`, [...new Set([...paths, ...this.lastUsed()])]);
  }

  async use(paths: readonly string[]): Promise<void> {
    await this.add(paths);
    await this.memory.update(`${MEMORY.originals}.last`, paths);
  }

  async remove(path: string): Promise<void> {
    await this.memory.update(
      MEMORY.originals,
      this.all().filter((known) => known !== path),
    );
  }

  /** True from the second time on that this set is compared. */
  wasPreviewed(paths: readonly string[]): boolean {
    return this.#read(MEMORY.previewed).includes(setKey(paths));
  }

  async setPreviewed(paths: readonly string[]): Promise<void> {
    const sets = this.#read(MEMORY.previewed).filter((set) => set !== setKey(paths));
    await this.memory.update(MEMORY.previewed, [setKey(paths), ...sets].slice(0, KEPT));
  }

  #read(key: string): string[] {
    const value = this.memory.get<unknown>(key);
    return isStrings(value) ? [...value] : [];
  }
}

function setKey(paths: readonly string[]): string {
  return JSON.stringify([...paths].sort());
}
