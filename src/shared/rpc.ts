/**
 * The typed calls that webview, host and worker speak: an interface of async methods is the whole contract,
 * calls and results are derived from it, and errors cross the wire as data.
 */
import { Failure, type FailureCode } from './failure.js';

/** Methods that may be called over a wire: one argument (structured-cloneable), a promised result. */
export type Calls<T> = { [K in keyof T]: (argument: never) => Promise<unknown> };

type Argument<F> = F extends (argument: infer A) => Promise<unknown> ? A : never;
type Result<F> = F extends (argument: never) => Promise<infer R> ? R : never;

/** What crosses the wire. */
export type Message =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly argument: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly type: 'ok'; readonly id: number; readonly result: unknown }
  | {
      readonly type: 'err';
      readonly id: number;
      readonly code: FailureCode | 'bug';
      readonly message: string;
    };

/** One end of a wire. */
export interface Port {
  post(message: Message): void;
  /** The listener is called for everything that arrives, of whatever form. */
  listen(listener: (message: unknown) => void): void;
}

export interface CallOptions<P = unknown> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}

export interface CallContext<P = unknown> {
  readonly signal: AbortSignal;
  readonly progress: (progress: P) => void;
}

/** How the serving end implements a method. */
export type Handlers<T, P = unknown> = {
  [K in keyof T]: (argument: Argument<T[K]>, context: CallContext<P>) => Promise<Result<T[K]>> | Result<T[K]>;
};

/** True if `value` has the form of a message: what a stranger posts is dropped, not trusted. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id } = value as { type?: unknown; id?: unknown };
  return (
    typeof type === 'string' &&
    typeof id === 'number' &&
    ['call', 'cancel', 'progress', 'ok', 'err'].includes(type)
  );
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  onProgress: ((progress: never) => void) | undefined;
}

/** The calling end: `call` resolves with the method's result or rejects with its failure. */
export class Client<T extends Calls<T>> {
  readonly #pending = new Map<number, Pending>();
  #next = 0;
  #closed: Error | undefined;

  constructor(readonly port: Port) {
    port.listen((message) => {
      if (isMessage(message)) this.#receive(message);
    });
  }

  /** Calls `method`; aborting `signal` sends a cancel, and the call ends as the other end says. */
  call<K extends keyof T & string, P = unknown>(
    method: K,
    argument: Argument<T[K]>,
    options: CallOptions<P> = {},
  ): Promise<Result<T[K]>> {
    if (this.#closed) return Promise.reject(this.#closed);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const cancel = () => this.port.post({ type: 'cancel', id });
      const settle = () => options.signal?.removeEventListener('abort', cancel);
      this.#pending.set(id, {
        resolve: (result) => {
          settle();
          resolve(result as Result<T[K]>);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
        onProgress: options.onProgress,
      });
      this.port.post({ type: 'call', id, method, argument });
      if (options.signal?.aborted) cancel();
      else options.signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  /** Rejects every pending and every later call with `error`. */
  close(error: Error): void {
    this.#closed = error;
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
  }

  #receive(message: Message): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if (message.type === 'progress') {
      pending.onProgress?.(message.progress as never);
      return;
    }
    if (message.type !== 'ok' && message.type !== 'err') return;
    this.#pending.delete(message.id);
    if (message.type === 'ok') pending.resolve(message.result);
    else
      pending.reject(
        message.code === 'bug' ? new Error(message.message) : new Failure(message.code, message.message),
      );
  }
}

/** The serving end: answers every call, whatever its handler does; what it returns cancels all that run. */
export function serve<T extends Calls<T>, P = unknown>(port: Port, handlers: Handlers<T, P>): () => void {
  const running = new Map<number, AbortController>();
  const answer = async (id: number, method: string, argument: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      if (!Object.hasOwn(handlers, method)) throw new Error(`There is no method ${method}.`);
      const handler = handlers[method as keyof T] as (a: unknown, c: CallContext<P>) => unknown;
      const result = await handler(argument, {
        signal: controller.signal,
        progress: (progress) => port.post({ type: 'progress', id, progress }),
      });
      port.post({ type: 'ok', id, result });
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'bug';
      port.post({ type: 'err', id, code, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  };
  port.listen((message) => {
    if (!isMessage(message)) return;
    if (message.type === 'cancel') running.get(message.id)?.abort();
    else if (message.type === 'call') void answer(message.id, message.method, message.argument);
  });
  return () => running.forEach((controller) => controller.abort());
}
