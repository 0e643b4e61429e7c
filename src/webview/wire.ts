/** An app's end of the wire to VS Code: calls, notices, and the state that outlives a reload. */
import { Client, type Calls } from '../shared/rpc.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** What an app knows of VS Code. */
export interface Wire<C extends Calls<C>, S, N> {
  readonly calls: Client<C>;
  /** The state of the last visit, of whatever form an older version left it in. */
  restore(): Partial<S>;
  keep(state: S): void;
  onNotice(listener: (notice: N) => void): void;
}

/** Connects to VS Code; may be called once per page. What `isNotice` refuses is dropped. */
export function connectTo<C extends Calls<C>, S, N>(isNotice: (value: unknown) => value is N): Wire<C, S, N> {
  const api = acquireVsCodeApi();
  const listen = (listener: (message: unknown) => void) =>
    window.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
  return {
    calls: new Client<C>({ post: (message) => api.postMessage(message), listen }),
    restore: () => {
      const state = api.getState();
      return typeof state === 'object' && state !== null ? state : {};
    },
    keep: (state) => api.setState(state),
    onNotice: (listener) =>
      listen((message) => {
        if (isNotice(message)) listener(message);
      }),
  };
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
