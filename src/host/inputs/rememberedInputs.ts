/** The originals and the controls that a workspace remembers: the way to a lab's files is found once. */
import * as vscode from 'vscode';
import type { Family } from '../../shared/calibration.js';
import type { InputRole } from '../../shared/run.js';
import { isObject, isStrings } from '../checks.js';
import { MEMORY } from '../ids.js';

/** What is compared with is remembered; what is compared is chosen anew each time. */
export type RememberedRole = Extract<InputRole, 'original' | 'control'>;

/** Far more than anybody adds by hand; a folder is one of them. */
const KEPT = 1000;
const KEPT_SETS = 50;

export class RememberedInputs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly memory: vscode.Memento,
    readonly role: RememberedRole,
  ) {}

  /** Absolute paths of files and folders, those added or used last first. */
  all(): string[] {
    return this.#read(MEMORY[this.role]);
  }

  /** Those of them that the next comparison takes, unless its user says otherwise. */
  chosen(): string[] {
    return this.#read(`${MEMORY[this.role]}.last`);
  }

  /** Remembers `paths`, and chooses them beside those that are chosen. */
  async add(paths: readonly string[]): Promise<void> {
    await this.#set(paths, [...paths, ...this.chosen()]);
  }

  /** Remembers `paths` and chooses exactly them. */
  async choose(paths: readonly string[]): Promise<void> {
    await this.#set(paths, paths);
  }

  /** Takes `path` into the next comparison or leaves it out; its place in the list stays. */
  async setChosen(path: string, chosen: boolean): Promise<void> {
    const others = this.chosen().filter((known) => known !== path);
    await this.#write(this.all(), chosen ? [...others, path] : others);
  }

  async remove(path: string): Promise<void> {
    if (this.familyOf(path) !== undefined) await this.setFamily([path], undefined);
    const without = (paths: readonly string[]) => paths.filter((known) => known !== path);
    await this.#write(without(this.all()), without(this.chosen()));
  }

  /** The family that the control `path` was put into; undefined where it is one of its own. */
  familyOf(path: string): string | undefined {
    return this.#families().get(path);
  }

  /** The named families of `paths`, each once. */
  families(paths: readonly string[]): Family[] {
    const named = paths.filter((path) => this.familyOf(path) !== undefined);
    const names = [...new Set(named.map((path) => this.familyOf(path)!))].sort();
    return names.map((name) => ({ name, files: named.filter((path) => this.familyOf(path) === name) }));
  }

  /** Puts `paths` into the family `name`, or makes each one of its own. */
  async setFamily(paths: readonly string[], name: string | undefined): Promise<void> {
    const families = this.#families();
    for (const path of paths) {
      if (name === undefined) families.delete(path);
      else families.set(path, name);
    }
    await this.memory.update(MEMORY.families, Object.fromEntries(families));
    this.#changed.fire();
  }

  /** Says that something about the remembered files may look different now. */
  touch(): void {
    this.#changed.fire();
  }

  /** True from the second time on that this set is compared. */
  wasPreviewed(paths: readonly string[]): boolean {
    return this.#read(MEMORY.previewed).includes(setKey(paths));
  }

  async setPreviewed(paths: readonly string[]): Promise<void> {
    const sets = this.#read(MEMORY.previewed).filter((set) => set !== setKey(paths));
    await this.memory.update(MEMORY.previewed, [setKey(paths), ...sets].slice(0, KEPT_SETS));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #set(first: readonly string[], chosen: readonly string[]): Promise<void> {
    const others = this.all().filter((path) => !first.includes(path));
    await this.#write([...first, ...others], chosen);
  }

  async #write(all: readonly string[], chosen: readonly string[]): Promise<void> {
    const key = MEMORY[this.role];
    await this.memory.update(key, [...new Set(all)].slice(0, KEPT));
    await this.memory.update(`${key}.last`, [...new Set(chosen)].slice(0, KEPT));
    this.#changed.fire();
  }

  #families(): Map<string, string> {
    const value = this.memory.get<unknown>(MEMORY.families);
    if (this.role !== 'control' || !isObject(value)) return new Map();
    const entries = Object.entries(value);
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  #read(key: string): string[] {
    const value = this.memory.get<unknown>(key);
    return isStrings(value) ? [...value] : [];
  }
}

function setKey(paths: readonly string[]): string {
  return JSON.stringify([...paths].sort());
}
