/** The whole record around a response, read when somebody asks for it. */
import { recordTurns } from '../core/shape/recordTurns.js';
import { readRecord } from '../io/dataset/readRecord.js';
import type { Turn } from '../shared/engineCalls.js';
import type { FindingId, SideName } from '../shared/findingQuery.js';
import type { OpenRun } from './openRuns.js';

/** Returns all texts of the record on one side of a pair; throws Failure when the record is gone. */
export async function conversation(
  { model }: OpenRun,
  id: FindingId,
  index: number,
  side: SideName,
): Promise<Turn[]> {
  const { path, pointer, range, ...place } = (await model.match(id, index))[side];
  const { value } = await readRecord(path, place);
  return recordTurns(value, pointer, range);
}
