/** The dataset editor's end of the wire to VS Code. */
import {
  DATASET_ACTIONS,
  type DatasetCalls,
  type DatasetNotice,
  type DatasetState,
} from '../../shared/datasetCalls.js';
import { connectTo, isCount, type Wire } from '../wire.js';

/** What the dataset editor's app knows of VS Code. */
export type Host = Wire<DatasetCalls, DatasetState, DatasetNotice>;

/** Connects to VS Code; may be called once per page. */
export function connect(): Host {
  return connectTo(isNotice);
}

/** True if `value` is one of the notices, wholly. */
export function isNotice(value: unknown): value is DatasetNotice {
  if (typeof value !== 'object' || value === null) return false;
  const { type, record, action } = value as Record<string, unknown>;
  if (type === 'reveal') return isCount(record);
  if (type === 'do') return (DATASET_ACTIONS as readonly unknown[]).includes(action);
  return type === 'changed' || type === 'run' || type === 'reviewed';
}
