/** The panel's end of the wire to VS Code. */
import { PANEL_ACTIONS, type PanelCalls, type PanelNotice, type PanelState } from '../shared/panelCalls.js';
import { connectTo, isCount, type Wire } from './wire.js';

/** What the panel's app knows of VS Code. */
export type Host = Wire<PanelCalls, PanelState, PanelNotice>;

/** Connects to VS Code; may be called once per page. */
export function connect(): Host {
  return connectTo(isNotice);
}

/** True if `value` is one of the notices, wholly: everything else that arrives is dropped. */
export function isNotice(value: unknown): value is PanelNotice {
  if (typeof value !== 'object' || value === null) return false;
  const { type, finding, index, action, names } = value as Record<string, unknown>;
  if (type === 'select') return isCount(finding) && isCount(index);
  if (type === 'reviewed') return true;
  if (type === 'filesChanged') return Array.isArray(names) && names.every((name) => typeof name === 'string');
  return type === 'do' && (PANEL_ACTIONS as readonly unknown[]).includes(action);
}
