/** A comparison from start to end: originals in, suspects past them, matches out. */
import { defaultIndexDir } from '../io/index/indexFolder.js';
import { sweepTemporary } from '../io/temporary.js';
import { inCaseOrder } from '../io/case/paths.js';
import { RunWriter } from '../io/case/runWriter.js';
import type { CompareRequest, CompareResult } from '../shared/engineCalls.js';
import { Failure, throwIfCancelled } from '../shared/failure.js';
import { resolveControls, type ControlFiles } from './calibration/controlFiles.js';
import { withExclusions } from './explained/exclusions.js';
import { explainingNotes } from './explained/explainingNotes.js';
import { resolveInputs, sameBytes, type Inputs } from './inputs.js';
import { machine, TOOL, VERSION } from './identity.js';
import { Pace, type Hooks } from './pace.js';
import { openPool, type Pool } from './index/pool.js';
import type { RunInput } from '../shared/run.js';
import { Comparison } from './comparison.js';
import { resolvePublic, type PublicFiles } from './publicTexts.js';

/**
 * Compares every suspect response with the originals and writes the run into the case folder.
 * Returns its manifest and folder. Throws Failure: 'input' when a side cannot be read at all, 'cancelled' after an
 * abort (nothing is left behind), 'case' when the folder cannot be written.
 */
export async function compare(asked: CompareRequest, hooks: Hooks): Promise<CompareResult> {
  const { request, notes } = await withExclusions(asked);
  const result = await compareExactly(request, hooks);
  return { ...result, notes: [...notes, ...result.notes] };
}

/** {@link compare} with nothing excluded but what is among the parameters. */
export async function compareExactly(request: CompareRequest, hooks: Hooks): Promise<CompareResult> {
  const pace = new Pace(hooks);
  const { controls = [], families = [], publicTexts = [], pathsCase = request.caseDir } = request;
  const files = await resolveInputs(request.suspects, request.originals, pathsCase);
  const controlFiles = await resolveControls(controls, families, files, pathsCase);
  const publicFiles = await resolvePublic(publicTexts, files, pathsCase);
  const all = { ...files, controlFiles, publicFiles };
  const streamed = [...files.suspects, ...files.originals, ...publicFiles.files];
  const bytes = streamed.reduce((sum, file) => sum + file.bytes, 0);
  for (let attempt = 1; ; attempt++) {
    const pool = openPool(request.workers, bytes, pace);
    try {
      const result = await compareWith(request, pace, all, pool);
      return attempt === 1 ? result : { ...result, notes: [INDEX_VANISHED, ...result.notes] };
    } catch (error) {
      // Another process may clear the index at any time: what is missing is made again.
      if (!(error instanceof Failure) || error.code !== 'index' || attempt === ATTEMPTS) throw error;
    } finally {
      await sweepTemporary(request.indexDir ?? defaultIndexDir(), await pool.close());
    }
  }
}

const ATTEMPTS = 3;
const INDEX_VANISHED =
  'The index was cleared while it was used. It was made again, and the comparison began anew.';

/** Every file of a comparison but its templates. */
interface AllFiles extends Inputs {
  readonly controlFiles: ControlFiles;
  readonly publicFiles: PublicFiles;
}

async function compareWith(
  request: CompareRequest,
  pace: Pace,
  files: AllFiles,
  pool: Pool,
): Promise<CompareResult> {
  const started = new Date();
  const run = new Comparison(request, pace, pool);
  const { caseDir, pathsCase = caseDir } = request;
  const writer = await RunWriter.begin(caseDir, pathsCase);
  try {
    await run.skip(files.skipped, writer);
    const before = performance.now();
    const indexNotes = await run.indexOriginals(files.originals, writer);
    const publicNotes = await run.indexPublic(files.publicFiles, writer);
    const between = performance.now();
    const controlNotes = await run.readControls(files.controlFiles, files, writer);
    const templateNotes = await run.readTemplates(files, writer);
    await run.passSuspects(files.suspects, writer);
    run.requireSuspect();
    const chance = await run.calibrate(writer);
    const closeness = await run.compareSources(files, writer);
    const seconds = { index: (between - before) / 1000, compare: (performance.now() - between) / 1000 };
    const planted = await run.plant(writer);
    throwIfCancelled(pace.hooks.signal);
    // What puts the matches in order takes the room of what found them.
    await pool.close();
    const inputs = inCaseOrder(pathsCase, run.inputs).sort(byRole);
    const finished = await writer.finish(
      {
        kind: request.kind,
        tool: TOOL,
        version: VERSION,
        unicode: process.versions['unicode'] ?? 'unknown',
        parameters: request.parameters,
        inputs,
        counts: {
          ...run.ledger.counts(),
          ...(chance && { chance }),
          ...(run.floor && { floor: run.floor }),
          ...(closeness && { closeness }),
        },
        notes: [
          ...explainingNotes(request.parameters),
          ...files.notes,
          ...controlNotes,
          ...templateNotes,
          ...publicNotes,
          ...sameBytes(inputs),
        ].sort(),
      },
      { started: started.toISOString(), seconds, machine: machine() },
      {
        breathe: () => pace.breathe(),
        progress: (done, total) => pace.report({ phase: 'Writing matches', done, total, unit: 'bytes' }),
      },
    );
    return { ...finished, seconds, notes: indexNotes, ...(planted && { planted }) };
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await run.close();
  }
}

function byRole({ role: a }: RunInput, { role: b }: RunInput): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
