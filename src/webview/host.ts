/** The app's end of the wire to VS Code: calls, notices, and the state that outlives a reload. */
import { PANEL_ACTIONS, type PanelCalls, type PanelNotice, type PanelState } from '../shared/panelCalls.js';
import { Client } from '../shared/rpc.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** What the app knows of VS Code. */
export interface Host {
  readonly calls: Client<PanelCalls>;
  /** The state of the last visit, of whatever form an older version left it in. */
  restore(): Partial<PanelState>;
  keep(state: PanelState): void;
  onNotice(listener: (notice: PanelNotice) => void): void;
}

/** Connects to VS Code; may be called once per page. */
export function connect(): Host {
  const api = acquireVsCodeApi();
  const listen = (listener: (message: unknown) => void) =>
    window.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
  return {
    calls: new Client<PanelCalls>({ post: (message) => api.postMessage(message), listen }),
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

/** True if `value` is one of the notices, wholly: everything else that arrives is dropped. */
export function isNotice(value: unknown): value is PanelNotice {
  if (typeof value !== 'object' || value === null) return false;
  const { type, finding, index, action } = value as Record<string, unknown>;
  if (type === 'select') return isCount(finding) && isCount(index);
  if (type === 'reviewed') return true;
  return type === 'do' && (PANEL_ACTIONS as readonly unknown[]).includes(action);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
