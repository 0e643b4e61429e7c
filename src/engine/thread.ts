/** A thread of the pool: one task after the other. */
import { parentPort } from 'node:worker_threads';
import { Failure } from '../shared/failure.js';
import { tasks } from './index/tasks.js';
import type { Answer, Order } from './index/pool.js';

if (!parentPort) throw new Error('thread.js runs in a worker thread only.');
const thread = parentPort;

/** Milliseconds between two messages about progress. */
const REPORT = 100;

let current = 0;
let reported = 0;
const post = (answer: Answer): void =>
  thread.postMessage(answer, 'result' in answer ? handedOver(answer.result) : []);
const able = tasks((bytes) => {
  const now = performance.now();
  if (bytes > 0 && now - reported > REPORT) {
    reported = now;
    post({ id: current, bytes });
  }
  return Promise.resolve();
});

thread.on('message', ({ id, name, argument }: Order) => {
  current = id;
  void (able[name] as (argument: unknown) => Promise<unknown>)(argument).then(
    (result) => post({ id, result }),
    (error: unknown) => post({ id, error: inWords(error) }),
  );
});

function inWords(error: unknown): { code?: Failure['code']; message: string } {
  if (error instanceof Failure) return { code: error.code, message: error.message };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Memory of the arrays of a result, which goes to the caller as it is: a copy would be made twice, and waits to be freed. */
function handedOver(result: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(result)) return result.buffer instanceof ArrayBuffer ? [result.buffer] : [];
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return [];
  return Object.values(result).flatMap(handedOver);
}
