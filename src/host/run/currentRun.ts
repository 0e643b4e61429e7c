/** The run that CodeLens, jumps and the panel speak of: remembered in the workspace. */
import * as vscode from 'vscode';
import { comparedFiles } from '../../io/case/comparedFiles.js';
import { caseOfRun } from '../../io/case/paths.js';
import { KINDS } from '../../shared/match.js';
import type { RunManifest } from '../../shared/run.js';
import { CONTEXT_KEYS, MEMORY } from '../ids.js';
import { isStrings } from '../checks.js';

export interface RememberedRun {
  readonly run: string;
  /** Folder of the run. */
  readonly dir: string;
  /** Absolute paths of the files that were compared. */
  readonly suspects: readonly string[];
  readonly originals: readonly string[];
  /** Responses with a reported match. */
  readonly found?: number;
}

/** Responses with a reported match. */
export function foundIn({ counts }: Pick<RunManifest, 'counts'>): number {
  return KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

/** What is remembered of the run that `manifest` tells of. */
export function rememberedRun(manifest: RunManifest, dir: string): RememberedRun {
  const { suspects, originals } = comparedFiles(manifest.inputs, caseOfRun(dir));
  return { run: manifest.run, dir, suspects, originals, found: foundIn(manifest) };
}

export class CurrentRun implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<RememberedRun | undefined>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {
    if (this.get()) this.#setContext(true);
  }

  get(): RememberedRun | undefined {
    const value = this.memory.get<unknown>(MEMORY.run);
    return isRememberedRun(value) ? value : undefined;
  }

  async set(run: RememberedRun | undefined): Promise<void> {
    await this.memory.update(MEMORY.run, run);
    this.#setContext(run !== undefined);
    this.#changed.fire(run);
  }

  #setContext(value: boolean): void {
    void vscode.commands.executeCommand('setContext', CONTEXT_KEYS.hasRun, value);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function isRememberedRun(value: unknown): value is RememberedRun {
  if (typeof value !== 'object' || value === null) return false;
  const { run, dir, suspects, originals, found } = value as Record<string, unknown>;
  if (found !== undefined && typeof found !== 'number') return false;
  return typeof run === 'string' && typeof dir === 'string' && isStrings(suspects) && isStrings(originals);
}
