/** Runs tasks on several threads, or on the caller's own where there is one or little to do. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Kernel } from '../../core/kernel/kernel.js';
import { SharedMemory } from '../../core/index/sharedMemory.js';
import { cancelled, Failure, type FailureCode, throwIfCancelled } from '../../shared/failure.js';
import { HEAP } from '../../shared/heap.js';
import type { Pace } from '../pace.js';
import { tasks, type TaskName, type Tasks } from './tasks.js';

type Argument<N extends TaskName> = Parameters<Tasks[N]>[0];
type Result<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;

/** What goes to a thread and comes back. */
export interface Order {
  readonly id: number;
  readonly name: TaskName;
  readonly argument: unknown;
}

export type Answer =
  | { readonly id: number; readonly bytes: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code?: FailureCode; readonly message: string } };

/** Told of the bytes that a task has done so far. */
export type Done = (bytes: number) => void;

/** Megabytes of a thread's young objects: more would only wait longer to be collected. */
const YOUNG = 4;

/** Bytes of input from which on threads are worth their start. */
const WORTH = 4 << 20;

/** Threads of a pool at most, whatever is asked for and however many processors there are. */
export const MOST_THREADS = 16;

export interface Pool {
  readonly threads: number;
  /** Of the texts of the block that its threads have. */
  readonly memory: SharedMemory;
  /** On the memory of what is looked up in that block. */
  readonly kernel: Kernel;
  run<N extends TaskName>(name: N, argument: Argument<N>, done?: Done): Promise<Result<N>>;
  /** Runs a task once on every thread; returns what each answers. */
  onAll<N extends TaskName>(name: N, argument: Argument<N>): Promise<Result<N>[]>;
  /** Ends the threads and leaves their memory; returns their ids, since one that was ended may have left something half-written. */
  close(): Promise<readonly number[]>;
}

/** Opens a pool for inputs of so many bytes. */
export function openPool(workers: number | undefined, bytes: number, pace: Pace): Pool {
  const script = path.join(__dirname, 'thread.js');
  const wanted = Math.max(1, Math.min(workers ?? os.availableParallelism(), MOST_THREADS));
  if (wanted === 1 || bytes < WORTH || !existsSync(script)) return new InlinePool(pace);
  return new ThreadPool(script, wanted, pace.hooks.signal);
}

function closedError(): Error {
  return new Error('The pool is closed.');
}

class InlinePool implements Pool {
  readonly threads = 1;
  readonly memory = new SharedMemory();
  readonly kernel = new Kernel();
  #tasks: Tasks;
  #done: Done | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed: Error | undefined;

  constructor(readonly pace: Pace) {
    this.#tasks = this.#newTasks();
  }

  /** One after the other, as a thread would. */
  run<N extends TaskName>(name: N, argument: Argument<N>, done?: Done): Promise<Result<N>> {
    const start = async (): Promise<Result<N>> => {
      if (this.#closed) throw this.#closed;
      this.#done = done;
      return (await (this.#tasks[name] as (argument: Argument<N>) => Promise<unknown>)(
        argument,
      )) as Result<N>;
    };
    const result = this.#last.then(start, start);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async onAll<N extends TaskName>(name: N, argument: Argument<N>): Promise<Result<N>[]> {
    return [await this.run(name, argument)];
  }

  /** The task at hand ends at its next breath, and none follows. */
  async close(): Promise<readonly number[]> {
    this.#closed ??= closedError();
    await this.#last;
    this.memory.clear();
    // Tasks remember their block.
    this.#tasks = this.#newTasks();
    return [];
  }

  #newTasks(): Tasks {
    return tasks((bytes) => {
      if (this.#closed) throw this.#closed;
      this.#done?.(bytes);
      return this.pace.breathe();
    });
  }
}

interface Job {
  readonly order: Order;
  readonly done: Done | undefined;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

class ThreadPool implements Pool {
  readonly memory = new SharedMemory();
  readonly kernel = new Kernel();
  readonly #workers: Worker[];
  /** Per thread its own orders, those for all threads first. */
  readonly #own: Job[][];
  readonly #running: (Job | undefined)[];
  readonly #queue: Job[] = [];
  #next = 0;
  #closed: Error | undefined;
  #ended: Promise<unknown> | undefined;
  readonly #ids: readonly number[];
  readonly #stop = (): void => void this.#end(cancelled());

  constructor(
    script: string,
    readonly threads: number,
    readonly signal: AbortSignal,
  ) {
    throwIfCancelled(signal);
    this.#workers = Array.from(
      { length: threads },
      () =>
        new Worker(script, {
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: HEAP },
        }),
    );
    this.#ids = this.#workers.map((worker) => worker.threadId);
    this.#own = this.#workers.map(() => []);
    this.#running = this.#workers.map(() => undefined);
    this.#workers.forEach((worker, thread) => {
      worker.on('message', (answer: Answer) => this.#hear(thread, answer));
      worker.on(
        'error',
        (error) => void this.#end(error instanceof Error ? error : new Error(String(error))),
      );
    });
    signal.addEventListener('abort', this.#stop);
  }

  run<N extends TaskName>(name: N, argument: Argument<N>, done?: Done): Promise<Result<N>> {
    return this.#ask(this.#queue, name, argument, done);
  }

  onAll<N extends TaskName>(name: N, argument: Argument<N>): Promise<Result<N>[]> {
    return Promise.all(this.#own.map((own) => this.#ask(own, name, argument)));
  }

  async close(): Promise<readonly number[]> {
    await this.#end(closedError());
    await this.#ended;
    this.memory.clear();
    return this.#ids;
  }

  #ask<N extends TaskName>(jobs: Job[], name: N, argument: Argument<N>, done?: Done): Promise<Result<N>> {
    // Nobody would ever answer: the threads are gone.
    if (this.#closed) return Promise.reject(this.#closed);
    return new Promise<Result<N>>((resolve, reject) => {
      jobs.push({ order: { id: this.#next++, name, argument }, done, resolve, reject });
      this.#feed();
    });
  }

  #feed(): void {
    this.#workers.forEach((worker, thread) => {
      if (this.#running[thread]) return;
      const job = this.#own[thread]!.shift() ?? this.#queue.shift();
      if (!job) return;
      this.#running[thread] = job;
      worker.postMessage(job.order);
    });
  }

  #hear(thread: number, answer: Answer): void {
    const job = this.#running[thread];
    if (job?.order.id !== answer.id) return;
    if ('bytes' in answer) {
      job.done?.(answer.bytes);
      return;
    }
    this.#running[thread] = undefined;
    if ('error' in answer) {
      const { code, message } = answer.error;
      job.reject(code ? new Failure(code, message) : new Error(message));
    } else job.resolve(answer.result as never);
    this.#feed();
  }

  /** Ends all threads in the middle of whatever they do: nothing they write is anything before it is renamed. */
  async #end(error: Error): Promise<void> {
    if (this.#closed) return;
    this.#closed = error;
    this.signal.removeEventListener('abort', this.#stop);
    const jobs = [...this.#running.splice(0), ...[...this.#own, this.#queue].flatMap((own) => own.splice(0))];
    for (const job of jobs) job?.reject(error);
    this.#ended = Promise.all(this.#workers.map((worker) => worker.terminate()));
    await this.#ended;
  }
}
