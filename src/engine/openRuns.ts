/** The runs that a worker has open, each with its model and the texts behind it. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { stampOf } from '../io/fileStamp.js';
import { Failure } from '../shared/failure.js';
import type { ShapeOverride } from '../shared/dataset.js';
import type { Pace } from './pace.js';
import { PassageKeys } from './passageKeys.js';
import { ResponseTexts } from './responseTexts.js';
import { RunModel } from './runModel.js';
import { TextSearch } from './textSearch.js';

export interface OpenRun {
  readonly model: RunModel;
  readonly texts: ResponseTexts;
  readonly search: TextSearch;
  readonly passages: PassageKeys;
  /** Which files were read: another one of the same name is another run. */
  readonly stamp: string;
}

/** Runs kept open at once; the one that was asked for longest ago is closed for a new one. */
const KEPT = 4;

export class OpenRuns {
  /** By real folder: a copy of a case holds runs of the same ids. */
  readonly #runs = new Map<string, OpenRun>();
  /** Real folders by the names that runs were opened with. */
  readonly #named = new Map<string, string>();

  /** Opens the run in `dir`, without writing there if it is `readOnly`; afresh if it was open and its folder has been written again since. */
  async open(dir: string, pace: Pace, readOnly = false): Promise<OpenRun> {
    const real = await realpath(dir).catch(() => dir);
    this.#named.set(dir, real);
    const stamp = await runStamp(real);
    const known = this.#runs.get(real);
    if (known?.stamp === stamp) return this.#latest(known);
    const model = await RunModel.open(real, pace, { readOnly });
    await this.#close(real);
    if (this.#runs.size >= KEPT) await this.#close(this.#runs.keys().next().value);
    const texts = new ResponseTexts(shapes(model));
    return this.#latest({
      model,
      texts,
      search: new TextSearch(texts),
      passages: new PassageKeys(model, texts),
      stamp,
    });
  }

  /** The run that was opened in `dir`; throws Failure('case') if it is not open. */
  get(dir: string): OpenRun {
    const opened = this.#runs.get(this.#named.get(dir) ?? dir);
    if (!opened) throw new Failure('case', `The run in ${dir} is not open. Open its findings again.`);
    return opened;
  }

  /** Closes the files of all runs. */
  async close(): Promise<void> {
    await Promise.all([...this.#runs.keys()].map((dir) => this.#close(dir)));
  }

  /** Closes the run in `dir`, if it is open. */
  async closeIn(dir: string): Promise<void> {
    await this.#close(await realpath(dir).catch(() => dir));
  }

  #latest(opened: OpenRun): OpenRun {
    const { dir } = opened.model;
    this.#runs.delete(dir);
    this.#runs.set(dir, opened);
    return opened;
  }

  async #close(dir = ''): Promise<void> {
    const opened = this.#runs.get(dir);
    if (!opened) return;
    this.#runs.delete(dir);
    await Promise.all([opened.model.close(), opened.texts.close()]);
  }
}

/** Changes whenever one of the run's files is another one; "" if there is none. */
async function runStamp(dir: string): Promise<string> {
  const files = ['run.json', 'matches.jsonl', 'calibration.json'];
  const stamps = files.map((name) => stampOf(path.join(dir, name)).catch(() => ''));
  return (await Promise.all(stamps)).join(' ');
}

/** How the files of a run were read: as found, or as the user had said. */
function shapes(model: RunModel): (path: string) => ShapeOverride | undefined {
  const { inputs, parameters } = model.absoluteManifest();
  const suspects = new Set(inputs.filter((input) => input.role === 'suspect').map((input) => input.path));
  return (path) => (suspects.has(path) ? parameters.suspectShape : parameters.originalsShape);
}
