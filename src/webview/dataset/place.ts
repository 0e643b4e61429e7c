/** Where the reader is: restored from the last visit, field by field where it still holds. */
import type { DatasetState } from '../../shared/datasetCalls.js';
import { isCount } from '../wire.js';

/** Below this width the whole record would leave no room for the rows. */
const WIDE = 900;
const SHARE = 0.42;

export function startingPlace(last: Partial<DatasetState>): DatasetState {
  return {
    record: isCount(last.record) ? last.record : 0,
    find: typeof last.find === 'string' ? last.find : '',
    matchCase: last.matchCase === true,
    onlyFindings: last.onlyFindings === true,
    detail: typeof last.detail === 'boolean' ? last.detail : window.innerWidth >= WIDE,
    detailShare: isShare(last.detailShare) ? last.detailShare : SHARE,
  };
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0.1 && value <= 0.9;
}
