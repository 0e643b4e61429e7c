/** What the engine answers to the calls about tables. */
import type { CallContext, Handlers } from '../../shared/rpc.js';
import type { SearchProgress, TableCalls } from '../../shared/tableCalls.js';
import type { OpenRuns } from '../openRuns.js';
import { Needle } from './needle.js';
import { OpenTables, type OpenTable } from './openTables.js';
import { tableRecord } from './tableRecord.js';
import { tableRows } from './tableRows.js';
import { tableSearch } from './tableSearch.js';

/** Returns the handlers of one worker, which share its open tables and runs. */
export function tableHandlers(runs: OpenRuns): Handlers<TableCalls, SearchProgress> {
  const tables = new OpenTables();
  const findings = (opened: OpenTable, run: string | undefined) =>
    run === undefined ? undefined : tables.findings(opened, runs.get(run).model);
  return {
    openTable: ({ table, path, shape }) => tables.open(table, path, shape),
    closeTable: ({ table }) => tables.close(table),
    tableCounted: ({ table, known }) => tables.get(table).table.counted(known),
    tableRows: ({ table, first, count, find, run }) => {
      const opened = tables.get(table);
      const needle = find === undefined || find.text === '' ? undefined : new Needle(find);
      return tableRows(opened, first, count, needle, findings(opened, run));
    },
    tableRecord: ({ table, record, run }) => {
      const opened = tables.get(table);
      return tableRecord(opened, record, findings(opened, run));
    },
    tableFindings: ({ table, run }) => tables.findings(tables.get(table), runs.get(run).model).all(),
    tableSearch: (request, context: CallContext<SearchProgress>) =>
      tableSearch(tables.get(request.table), request, context),
    tableChanged: ({ table }) => tables.get(table).table.changed(),
  };
}
