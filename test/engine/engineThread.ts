/** The engine in a thread of its own, as the extension host has it. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach } from 'vitest';
import type { EngineCalls } from '../../src/shared/engineCalls.js';
import { Client, type Port } from '../../src/shared/rpc.js';
import { bundled } from '../bundled.js';

const threads: Worker[] = [];

afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
});

/** Bundles the worker for the test file `name`; returns what starts one, which ends with its test. */
export function engineThreads(name: string): () => Client<EngineCalls> {
  const bundle = path.join(bundled('worker', { [name]: 'src/engine/worker.ts' }), `${name}.js`);
  return () => {
    const thread = new Worker(bundle);
    threads.push(thread);
    const port: Port = {
      post: (message) => thread.postMessage(message),
      listen: (listener) => thread.on('message', listener),
    };
    return new Client<EngineCalls>(port);
  };
}
