/** Tests with planted copies what a finished run would have found. */
import { caseOfRun, fromCasePath } from '../../io/case/paths.js';
import { comparedFiles } from '../../io/case/comparedFiles.js';
import { writePlanted } from '../../io/case/plantedFile.js';
import { readManifest } from '../../io/case/runFolder.js';
import { defaultIndexDir } from '../../io/index/indexFolder.js';
import { sweepTemporary } from '../../io/temporary.js';
import type { PlantRequest } from '../../shared/engineCalls.js';
import { Failure, throwIfCancelled } from '../../shared/failure.js';
import type { Planted } from '../../shared/planted.js';
import type { RunManifest } from '../../shared/run.js';
import { resolveControls } from '../calibration/controlFiles.js';
import { readControls, type ControlSet } from '../calibration/controlSet.js';
import { countSeeds } from '../index/countSeeds.js';
import { ensureIndex } from '../index/corpus.js';
import { openPool } from '../index/pool.js';
import { blockTokens } from '../index/suspects.js';
import { readTemplates } from '../explained/templates.js';
import { resolveInputs } from '../inputs.js';
import { Pace, type Hooks } from '../pace.js';
import { plantCopies, PLANTED_ORIGINALS } from './plantCopies.js';

/**
 * Plants copies of the run's originals, with its parameters and controls, and writes planted.json into its folder.
 * Throws Failure: 'input' if an original or a control is not what was compared, 'cancelled' after an abort.
 */
export async function testRun(
  { dir, indexDir = defaultIndexDir(), workers, memory, planted: most = PLANTED_ORIGINALS }: PlantRequest,
  hooks: Hooks,
): Promise<Planted> {
  const pace = new Pace(hooks);
  const manifest = await readManifest(dir);
  const caseDir = caseOfRun(dir);
  const { kind, parameters } = manifest;
  const compared = comparedFiles(manifest.inputs, caseDir);
  const files = await resolveInputs(compared.suspects, compared.originals, caseDir);
  const controlFiles = await resolveControls(compared.controls, compared.families, files, caseDir);
  const bytes = files.originals.reduce((sum, file) => sum + file.bytes, 0);
  const pool = openPool(workers, bytes, pace);
  let controls: ControlSet | undefined;
  try {
    const { normalise, originalsShape: shape } = parameters;
    const indexed = await ensureIndex(
      files.originals,
      { normalise, shape, prompts: kind === 'outputs' },
      indexDir,
      pool,
      pace,
    );
    const corpus = await countSeeds(indexed, kind, pool, parameters);
    const comparing = { kind, parameters, caseDir, pathsCase: caseDir };
    controls = await readControls(controlFiles, files, corpus, comparing, pace);
    const templates = await readTemplates(compared.templates, files, comparing, pace);
    requireSame(manifest, caseDir, [...corpus.summaries, ...controls.summaries, ...templates.summaries]);
    const planted = await plantCopies(
      {
        corpus,
        pool,
        comparing,
        pace,
        most: blockTokens(memory, controls.texts.count),
        known: templates.known,
      },
      controls.texts.count > 0 ? controls : undefined,
      most,
    );
    throwIfCancelled(hooks.signal);
    await writePlanted(dir, planted);
    return planted;
  } finally {
    controls?.texts.close();
    await sweepTemporary(indexDir, await pool.close());
  }
}

/** Throws Failure('input') if a file of the run has other bytes now. */
function requireSame(
  { inputs }: RunManifest,
  caseDir: string,
  files: readonly { path: string; sha256: string }[],
): void {
  const now = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const { role, path, sha256 } of inputs) {
    // Neither has a part in what is found of copies.
    if (role === 'suspect' || role === 'public' || now.get(fromCasePath(caseDir, path)) === sha256) continue;
    throw new Failure(
      'input',
      `${path} has changed since it was compared. Run the comparison again, then test what it would find.`,
    );
  }
}
