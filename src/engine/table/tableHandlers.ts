/** What the engine answers to the calls about tables. */
import type { CallContext, Handlers } from '../../shared/rpc.js';
import type { SearchProgress, TableCalls } from '../../shared/tableCalls.js';
import type { OpenRuns } from '../openRuns.js';
import type { RunReview } from '../review/runReview.js';
import { Needle } from './needle.js';
import { OpenTables, type OpenTable } from './openTables.js';
import type { FindingsOf } from './tableFindings.js';
import { tableRecord } from './tableRecord.js';
import { tableRows } from './tableRows.js';
import { tableSearch } from './tableSearch.js';

/** Returns the handlers of one worker, which share its open tables, runs and reviews. */
export function tableHandlers(
  runs: OpenRuns,
  reviewOf: (run: string) => Promise<RunReview>,
): Handlers<TableCalls, SearchProgress> {
  const tables = new OpenTables();
  const findings = async (opened: OpenTable, run: string | undefined): Promise<FindingsOf> => {
    if (run === undefined) return () => [];
    const review = await reviewOf(run);
    const found = tables.findings(opened, runs.get(run).model);
    return (record) => found.of(record, review);
  };
  return {
    openTable: ({ table, path, shape }) => tables.open(table, path, shape),
    closeTable: ({ table }) => tables.close(table),
    tableCounted: ({ table, known }) => tables.get(table).table.counted(known),
    tableRows: async ({ table, records, find, run }) => {
      const opened = tables.get(table);
      const needle = find === undefined || find.text === '' ? undefined : new Needle(find);
      return tableRows(opened, records, needle, await findings(opened, run));
    },
    tableRecord: async ({ table, record, run }) => {
      const opened = tables.get(table);
      return tableRecord(opened, record, await findings(opened, run));
    },
    tableFindings: async ({ table, run, reviewer }) => {
      const review = await reviewOf(run);
      return tables.findings(tables.get(table), runs.get(run).model).all(review, reviewer);
    },
    tableSearch: (request, context: CallContext<SearchProgress>) =>
      tableSearch(tables.get(request.table), request, context),
    tableChanged: ({ table }) => tables.get(table).table.changed(),
  };
}
