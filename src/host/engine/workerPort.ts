/** The worker thread that owns the model, as the end of a wire. */
import { Worker } from 'node:worker_threads';
import { HEAP } from '../../shared/heap.js';
import type { Port } from '../../shared/rpc.js';

/** Megabytes of the thread's young objects: newer versions of V8 let more of them wait, to no gain in time. */
const YOUNG = 24;

export interface WorkerEnd {
  readonly port: Port;
  /** Ends the thread; whatever it was doing is lost, files are left whole by their writers. */
  stop(): Promise<unknown>;
}

/** Starts `file` as a worker thread; `onEnd` is called once, when it has ended for whatever reason. */
export function startWorker(file: string, onEnd: (error: Error) => void): WorkerEnd {
  const worker = new Worker(file, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: HEAP },
  });
  let reason: Error | undefined;
  worker.on('error', (error) => (reason = error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) =>
    onEnd(reason ?? new Error(`The comparison's worker thread ended with code ${code}.`)),
  );
  return {
    port: {
      post: (message) => worker.postMessage(message),
      listen: (listener) => void worker.on('message', listener),
    },
    stop: () => worker.terminate(),
  };
}
