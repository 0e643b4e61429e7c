/** What the current run knows of a file, asked of the engine once. */
import type { RecordFinding } from '../../shared/engineCalls.js';
import type { Services } from '../services.js';

type Side = 'suspect' | 'original';

export class FileFindings {
  readonly #known = new Map<string, Promise<readonly RecordFinding[]>>();

  constructor(private readonly services: Services) {
    const forget = () => this.#known.clear();
    services.context.subscriptions.push(
      services.run.onDidChange(forget),
      services.reviews.onDidChange(({ by }) => by !== undefined && forget()),
    );
  }

  /** Findings with their suspect (or one of their originals) in `path`, best first; none if the file is in no run. */
  of(side: Side, path: string): Promise<readonly RecordFinding[]> {
    const run = this.services.run.get();
    if (!run?.[side === 'suspect' ? 'suspects' : 'originals'].includes(path)) return Promise.resolve([]);
    const key = `${side}\0${run.dir}\0${path}`;
    const known = this.#known.get(key);
    if (known) return known;
    const asked = this.#ask(side, run.dir, path);
    this.#known.set(key, asked);
    asked.catch(() => this.#known.delete(key));
    return asked;
  }

  async #ask(side: Side, dir: string, path: string): Promise<readonly RecordFinding[]> {
    const { engine, reviews } = this.services;
    const [run, reviewer] = await Promise.all([engine.opened(dir), reviews.reviewer()]);
    return engine.call(side === 'suspect' ? 'findingsIn' : 'findingsOf', { run, path, reviewer });
  }
}
