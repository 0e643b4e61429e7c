/** Follows the count of a file's records to its end. */
import type { DatasetCalls } from '../../shared/datasetCalls.js';
import type { Client } from '../../shared/rpc.js';
import type { TableSize } from '../../shared/tableCalls.js';

/** Between two looks at how far the count is. */
const COUNT_MS = 100;

/** Tells `onSize` how far the count is until it is exact or `signal` is aborted; rejects if it fails. */
export async function followCount(
  calls: Client<DatasetCalls>,
  from: TableSize,
  onSize: (size: TableSize) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for (let known = from; !known.exact;) {
      known = await calls.call('counted', { known });
      if (signal.aborted) return;
      onSize(known);
      await new Promise((resolve) => setTimeout(resolve, COUNT_MS));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
