/** What is known of originals and controls without reading them: their size, and what the index holds of them. */
import { stat } from 'node:fs/promises';
import { partName } from '../io/index/buildParts.js';
import { listIndex, partsDir } from '../io/index/indexFolder.js';
import { readMeta } from '../io/index/partFile.js';
import { readSources } from '../io/index/sources.js';
import { listDatasetFiles } from '../io/dataset/listDatasetFiles.js';
import { Failure, throwIfCancelled } from '../shared/failure.js';
import type { InputFacts, InputFactsRequest } from '../shared/originalsIndex.js';

interface Known {
  readonly bytes: number;
  readonly modified: number;
  readonly records: number;
  readonly responses: number;
}

/** Returns the facts of each path, in order; throws the cancelled failure. */
export async function inputFacts(request: InputFactsRequest, signal: AbortSignal): Promise<InputFacts[]> {
  const known = await indexedFiles(request);
  const facts: InputFacts[] = [];
  for (const path of request.paths) {
    throwIfCancelled(signal);
    facts.push(await factsOf(path, known));
  }
  return facts;
}

async function factsOf(path: string, known: ReadonlyMap<string, Known>): Promise<InputFacts> {
  const stats = await stat(path).catch(() => undefined);
  const facts = { path, files: 0, bytes: 0, indexed: 0, records: 0, responses: 0 };
  if (!stats) return { ...facts, type: 'missing' };
  const { files } = await listDatasetFiles([path]).catch((error: unknown) => {
    // A folder without a dataset file has nothing to count.
    if (error instanceof Failure) return { files: [] };
    throw error;
  });
  for (const file of files) {
    const { size, mtimeMs } = await stat(file.path);
    facts.files++;
    facts.bytes += size;
    const found = known.get(file.path);
    if (found?.bytes !== size || found.modified !== mtimeMs) continue;
    facts.indexed++;
    facts.records += found.records;
    facts.responses += found.responses;
  }
  return { ...facts, type: stats.isDirectory() ? 'folder' : 'file' };
}

/** The files that the index was last used for and that are whole in it, under the request's parameters. */
async function indexedFiles({ indexDir, parameters }: InputFactsRequest): Promise<Map<string, Known>> {
  const { normalise, originalsShape: shape } = parameters;
  const known = new Map<string, Known>();
  for (const { dir, sha256 } of await listIndex(indexDir)) {
    const counts = countsIn(dir);
    if (!counts) continue;
    for (const { path, bytes, modified } of await readSources(dir)) {
      const wanted = [false, true].map((prompts) =>
        partsDir(indexDir, path, sha256, { normalise, shape, prompts }),
      );
      if (wanted.includes(dir) && !known.has(path)) known.set(path, { bytes, modified, ...counts });
    }
  }
  return known;
}

/** Records and responses of all parts; undefined if one is missing. */
function countsIn(dir: string): Pick<Known, 'records' | 'responses'> | undefined {
  let records = 0;
  let responses = 0;
  for (let number = 0; ; number++) {
    const meta = readMeta(partName(dir, number));
    if (!meta) return undefined;
    records += meta.records;
    responses += meta.rows;
    if (meta.last) return { records, responses };
  }
}
