/** What the engine answers to each call. Open runs are kept: views page through them. */
import { listRuns } from '../io/case/listRuns.js';
import { readPlanted } from '../io/case/plantedFile.js';
import { clearIndex, listIndex } from '../io/index/indexFolder.js';
import { indexFiles } from './indexFiles.js';
import { inputFacts } from './inputFacts.js';
import { inspectFiles } from './inspectFiles.js';
import { previewDataset } from '../io/dataset/previewDataset.js';
import type { EngineCalls } from '../shared/engineCalls.js';
import type { Handlers } from '../shared/rpc.js';
import type { Progress } from '../shared/run.js';
import type { SearchProgress } from '../shared/tableCalls.js';
import { makeBundle } from './bundle/makeBundle.js';
import { verifyBundle } from './bundle/verifyBundle.js';
import { compare } from './compare.js';
import { conversation } from './conversation.js';
import { readExclusions } from '../io/exclusions/exclusionFolder.js';
import { exclude } from './explained/exclusions.js';
import { facets } from './facets.js';
import { findingRows, groupHeadings, listFindings } from './findingList.js';
import { histogram } from './histogram.js';
import { OpenRuns } from './openRuns.js';
import { Pace } from './pace.js';
import { outline } from './outline.js';
import { pairView, refinePair } from './pairView.js';
import { testRun } from './planted/testRun.js';
import { recordDocument } from './recordDocument.js';
import { recordFindings } from './recordFindings.js';
import { writeReport } from './report/writeReport.js';
import { CaseReviews } from './review/caseReviews.js';
import { reviewSample } from './review/sample.js';
import { runDifference } from './runDifference.js';
import { RunModel } from './runModel.js';
import { longestSharedRun } from './sharedRun.js';
import { tableHandlers } from './table/tableHandlers.js';

/** Returns the handlers of one worker, which share its open runs. */
export function engineHandlers(): Handlers<EngineCalls, Progress | SearchProgress> {
  const runs = new OpenRuns();
  const reviews = new CaseReviews();
  const reviewOf = (run: string) => reviews.of(runs.get(run).model);
  return {
    preview: ({ path, shape }) => previewDataset(path, shape),
    inspect: ({ path, shape }, { signal }) => inspectFiles([path], shape, signal),
    compare: async (request, hooks) => {
      const { dir, seconds, notes } = await compare(request, hooks);
      const { model } = await runs.open(dir, new Pace(hooks));
      return { manifest: model.absoluteManifest(), dir, seconds, notes };
    },
    openRun: async ({ dir, readOnly }, hooks) =>
      (await runs.open(dir, new Pace(hooks), readOnly)).model.absoluteManifest(),
    list: async (query, hooks) =>
      listFindings(runs.get(query.run), await reviewOf(query.run), query, new Pace(hooks)),
    rows: async ({ run, ids }) => findingRows(runs.get(run), await reviewOf(run), ids),
    headings: ({ run, group, ids }) => groupHeadings(runs.get(run), group, ids),
    histogram: async ({ query, score }, hooks) =>
      histogram(runs.get(query.run), await reviewOf(query.run), query, score, new Pace(hooks)),
    facets: async ({ run }, hooks) => facets(runs.get(run).model, await reviewOf(run), new Pace(hooks)),
    pair: ({ run, finding, index }) => pairView(runs.get(run), finding, index),
    refine: ({ run, finding, index }, hooks) => refinePair(runs.get(run), finding, index, new Pace(hooks)),
    conversation: ({ run, finding, index, side }) => conversation(runs.get(run), finding, index, side),
    findingsIn: async ({ run, path, reviewer }) => {
      const { model } = runs.get(run);
      return recordFindings(model, await reviewOf(run), model.withSuspectIn(path), reviewer);
    },
    findingsOf: async ({ run, path, reviewer }) => {
      const { model } = runs.get(run);
      return recordFindings(model, await reviewOf(run), model.withOriginalIn(path), reviewer);
    },
    calibration: async ({ run }) => {
      const { model } = runs.get(run);
      const findings = model.findings.map((finding) => finding.score('evidence'));
      return {
        calibration: await model.calibration(),
        closeness: await model.closeness(),
        findings: findings.sort((a, b) => b - a),
        responses: model.manifest.counts.responses,
      };
    },
    planted: ({ run }) => readPlanted(runs.get(run).model.dir),
    plant: (request, hooks) => testRun(request, hooks),
    record: (request) => recordDocument(request),
    sharedRun: async ({ run, finding, index }) => {
      const { model, texts } = runs.get(run);
      return longestSharedRun(await model.match(finding, index), texts);
    },
    outline: ({ path, shape, most }, { signal }) => outline(path, shape, most, signal),
    review: async ({ run, reviewer }) => (await reviewOf(run)).progress(reviewer),
    judge: async ({ run, reviewer, findings, verdict, note, routes }) => {
      const said = { ...(verdict !== undefined && { verdict }), ...(note !== undefined && { note }) };
      const change = { ...said, ...(routes && { routes }) };
      return (await reviewOf(run)).judge(reviewer, findings, change);
    },
    undo: async ({ run, reviewer }) => (await reviewOf(run)).undo(reviewer),
    redo: async ({ run, reviewer }) => (await reviewOf(run)).redo(reviewer),
    bundle: (request, hooks) => makeBundle(request, hooks),
    verify: (request, hooks) => verifyBundle(request, hooks),
    exclusions: ({ caseDir }) => readExclusions(caseDir),
    exclude: (request) => exclude(request),
    sample: async ({ run, reviewer, sample }) =>
      reviewSample(runs.get(run).model.manifest.run, await reviewOf(run), reviewer, sample),
    runs: async ({ caseDirs }) => (await Promise.all(caseDirs.map(listRuns))).flat(),
    difference: async ({ before, after }, hooks) => {
      const pace = new Pace(hooks);
      const models: RunModel[] = [];
      try {
        for (const dir of [before, after]) models.push(await RunModel.open(dir, pace, { readOnly: true }));
        return await runDifference(models[0]!, models[1]!, pace);
      } finally {
        await Promise.all(models.map((model) => model.close()));
      }
    },
    report: (request, hooks) => writeReport(request, hooks),
    closeRun: ({ dir }) => runs.closeIn(dir),
    inputFacts: (request, { signal }) => inputFacts(request, signal),
    index: (request, hooks) => indexFiles(request, hooks),
    listIndex: ({ indexDir }) => listIndex(indexDir),
    clearIndex: ({ indexDir, only }) => clearIndex(indexDir, only),
    ...tableHandlers(runs, reviewOf),
  };
}
