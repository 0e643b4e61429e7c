/** Indexes originals ahead of a comparison. */
import { sweepTemporary } from '../io/temporary.js';
import { listDatasetFiles } from '../io/dataset/listDatasetFiles.js';
import type { IndexDone, IndexRequest } from '../shared/originalsIndex.js';
import { ensureIndex } from './index/corpus.js';
import { openPool } from './index/pool.js';
import { sized } from './inputs.js';
import { Pace, type Hooks } from './pace.js';

/** Makes the index of these files, as far as it is not there; throws Failure. */
export async function indexFiles(request: IndexRequest, hooks: Hooks): Promise<IndexDone> {
  const pace = new Pace(hooks);
  const { files } = await listDatasetFiles(request.files);
  const all = await Promise.all(files.map(sized));
  const bytes = all.reduce((sum, file) => sum + file.bytes, 0);
  const pool = openPool(request.workers, bytes, pace);
  try {
    const { normalise, originalsShape } = request.parameters;
    const settings = { normalise, shape: originalsShape, prompts: false };
    const corpus = await ensureIndex(all, settings, request.indexDir, pool, pace);
    return { files: all.length, responses: corpus.responses, bytes, notes: corpus.notes };
  } finally {
    await sweepTemporary(request.indexDir, await pool.close());
  }
}
