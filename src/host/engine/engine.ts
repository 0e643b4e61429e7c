/** The engine as the host sees it: started at the first call, and again after it died. */
import type { EngineCalls } from '../../shared/engineCalls.js';
import { Client, type CallOptions } from '../../shared/rpc.js';
import type { Progress, RunManifest } from '../../shared/run.js';
import type { WorkerEnd } from './workerPort.js';

type Argument<K extends keyof EngineCalls> = Parameters<EngineCalls[K]>[0];
type Result<K extends keyof EngineCalls> = Awaited<ReturnType<EngineCalls[K]>>;

interface Live {
  readonly worker: WorkerEnd;
  readonly client: Client<EngineCalls>;
  /** Runs that this worker is asked to open just now, by folder. */
  readonly opening: Map<string, Promise<RunManifest>>;
}

export class Engine {
  #live: Live | undefined;
  #usingIndex = 0;

  /** `start` starts a worker and is told what to do when it ended; `isReadOnly`: runs are opened without a trace. */
  constructor(
    private readonly start: (onEnd: (error: Error) => void) => WorkerEnd,
    private readonly isReadOnly: () => boolean,
  ) {}

  /** Calls the worker; rejects with its failure, or with an error if it dies meanwhile. */
  call<K extends keyof EngineCalls, P = Progress>(
    method: K,
    argument: Argument<K>,
    options: CallOptions<P> = {},
  ): Promise<Result<K>> {
    const call = this.#worker().client.call<K, P>(method, argument as never, options);
    if (method === 'compare' || method === 'index') this.#untilEnded(call);
    return call as Promise<Result<K>>;
  }

  /** The run in the folder `dir`, opened unless it is open; throws Failure('case') if it cannot be read. */
  openRun(dir: string): Promise<RunManifest> {
    const { opening } = this.#worker();
    const known = opening.get(dir);
    if (known) return known;
    // Asked each time: only the worker knows which runs it has closed for others since.
    const asked = this.call('openRun', { dir, readOnly: this.isReadOnly() });
    opening.set(dir, asked);
    const forget = () => opening.delete(dir);
    asked.then(forget, forget);
    return asked;
  }

  /** Opens the run in the folder `dir` and returns how calls name it. */
  async opened(dir: string): Promise<string> {
    await this.openRun(dir);
    return dir;
  }

  /** Closes the run in the folder, so that it can be removed or read anew. */
  async closeRun(dir: string): Promise<void> {
    if (this.#live) await this.call('closeRun', { dir });
  }

  /** True while a comparison or an indexing of this window needs the index. */
  get usesIndex(): boolean {
    return this.#usingIndex > 0;
  }

  /** The worker that runs now, one is started if there is none: what was opened in another one is gone. */
  get life(): object {
    return this.#worker();
  }

  /** Ends the worker if there is one; a later call starts another. */
  async stop(): Promise<void> {
    const live = this.#live;
    this.#live = undefined;
    live?.client.close(new Error('The comparison was stopped.'));
    await live?.worker.stop();
  }

  get running(): boolean {
    return this.#live !== undefined;
  }

  #untilEnded(call: Promise<unknown>): void {
    this.#usingIndex++;
    const end = () => {
      this.#usingIndex--;
    };
    call.then(end, end);
  }

  #worker(): Live {
    if (this.#live) return this.#live;
    const worker = this.start((error) => {
      live.client.close(error);
      if (this.#live === live) this.#live = undefined;
    });
    const live: Live = { worker, client: new Client<EngineCalls>(worker.port), opening: new Map() };
    this.#live = live;
    return live;
  }
}
