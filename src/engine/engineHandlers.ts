/** What the engine answers to each call. Open runs are kept: views page through them. */
import { inspectFiles } from './inspectFiles.js';
import { previewDataset } from '../io/dataset/previewDataset.js';
import type { EngineCalls } from '../shared/engineCalls.js';
import type { Handlers } from '../shared/rpc.js';
import type { Progress } from '../shared/run.js';
import { compare } from './compare.js';
import { findingRows, listFindings } from './findingList.js';
import { OpenRuns } from './openRuns.js';
import { Pace } from './pace.js';
import { pairView } from './pairView.js';
import { recordDocument } from './recordDocument.js';
import { recordFindings } from './recordFindings.js';

/** Returns the handlers of one worker, which share its open runs. */
export function engineHandlers(): Handlers<EngineCalls, Progress> {
  const runs = new OpenRuns();
  return {
    preview: ({ path, shape }) => previewDataset(path, shape),
    inspect: ({ path, shape }, { signal }) => inspectFiles([path], shape, signal),
    compare: async (request, hooks) => {
      const { dir, seconds, notes } = await compare(request, hooks);
      const { model } = await runs.open(dir, new Pace(hooks));
      return { manifest: model.absoluteManifest(), dir, seconds, notes };
    },
    openRun: async ({ dir }, hooks) => (await runs.open(dir, new Pace(hooks))).model.absoluteManifest(),
    list: async (query, hooks) => {
      const { model, texts } = runs.get(query.run);
      const ids = await listFindings(model, texts, query, new Pace(hooks));
      return { total: ids.length, ids };
    },
    rows: ({ run, ids }) => {
      const { model, texts } = runs.get(run);
      return findingRows(model, texts, ids);
    },
    pair: ({ run, finding, index }) => {
      const { model, texts } = runs.get(run);
      return pairView(model, texts, finding, index);
    },
    findingsIn: ({ run, path }) => {
      const { model } = runs.get(run);
      return recordFindings(model, model.withSuspectIn(path));
    },
    findingsOf: ({ run, path }) => {
      const { model } = runs.get(run);
      return recordFindings(model, model.withOriginalIn(path));
    },
    record: (request) => recordDocument(request),
  };
}
