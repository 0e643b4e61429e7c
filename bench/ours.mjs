// @ts-check
// Our side: the built command line as a child process, as a user would run it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { node } from './processes.mjs';
import { parseJson } from './unknown.mjs';

const MEASURED = path.join(import.meta.dirname, 'measured.mjs');

/**
 * @typedef {object} OursResult
 * @property {number} indexSeconds
 * @property {number} compareSeconds
 * @property {number} wall seconds of the processes, their starts included
 * @property {number} peak bytes, the larger of indexing and comparing
 * @property {number} indexPeak
 * @property {number} comparePeak
 * @property {number} [diskBytes]
 * @property {string} matches path of matches.jsonl
 * @property {Readonly<Record<string, number>>} counts
 */

/**
 * @typedef {object} OursOptions
 * @property {readonly string[]} [settings] name=value
 * @property {readonly string[]} [originals] instead of the data's
 * @property {readonly string[]} [more] words of the comparison
 * @property {number} [workers] threads
 * @property {number | undefined} [memory] megabytes for the comparison
 * @property {number} [limit] seconds for each process
 */

/**
 * True if the command line keeps an index on disk.
 * @param {string} file of the command line
 */
export async function hasIndex(file) {
  if (!existsSync(file))
    throw new Error(`${file} is not there: run \`npm run build\` in the folder above first.`);
  return (await node([file, '--help'], { limit: 60 })).out.includes('--index-dir');
}

/**
 * Indexes and compares, from nothing.
 * @param {string} file of the command line
 * @param {import('./generate.mjs').Data} data
 * @param {OursOptions} [options]
 * @returns {Promise<OursResult>}
 */
export async function ours(
  file,
  data,
  { settings = [], originals = [data.originals], more = [], workers, memory, limit = 3600 } = {},
) {
  const work = path.join(data.folder, 'ours');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const indexDir = path.join(work, 'index');
  const kept = await hasIndex(file);
  const sets = settings.flatMap((setting) => ['--set', setting]);
  const threads = workers === undefined ? [] : ['--workers', String(workers)];
  const megabytes = memory === undefined ? [] : ['--memory', String(memory)];
  const home = kept ? indexDir : path.join(work, 'cache');
  const place = kept ? ['--index-dir', indexDir] : [];
  const cli = (/** @type {readonly string[]} */ words) => measured(file, words, work, limit);
  const indexed = kept ? await cli(['index', ...originals, ...place, ...sets]) : undefined;
  const out = ['--out', path.join(work, 'case')];
  const words = ['compare', data.suspects, '--originals', ...originals, ...more, ...out];
  const compared = await cli([...words, ...place, ...sets, ...threads, ...megabytes, '--json', '--quiet']);
  const answer =
    /** @type {{ dir: string, counts: Record<string, number>, seconds: Record<string, number> }} */ (
      parseJson(compared.out)
    );
  const indexSeconds = indexed?.seconds ?? answer.seconds['index'] ?? 0;
  return {
    indexSeconds,
    // What a run does with an index that is there already (checking it) is part of the comparison.
    compareSeconds: (answer.seconds['compare'] ?? 0) + (kept ? (answer.seconds['index'] ?? 0) : 0),
    wall: compared.seconds + (indexed?.seconds ?? 0),
    peak: Math.max(compared.peak, indexed?.peak ?? 0),
    indexPeak: indexed?.peak ?? compared.peak,
    comparePeak: compared.peak,
    ...(existsSync(home) && { diskBytes: bytesIn(home) }),
    matches: path.join(answer.dir, 'matches.jsonl'),
    counts: answer.counts,
  };
}

/**
 * @param {string} file
 * @param {readonly string[]} words
 * @param {string} work
 * @param {number} limit
 */
async function measured(file, words, work, limit) {
  const peakFile = path.join(work, 'peak.json');
  const ended = await node([MEASURED, path.resolve(file), ...words], {
    limit,
    // Nothing of this machine's own index may help.
    env: { BENCH_PEAK: peakFile, XDG_CACHE_HOME: path.join(work, 'cache'), TMPDIR: work },
  });
  if (ended.code !== 0)
    throw new Error(`${words[0] ?? ''} ended with ${ended.code ?? 'its time'}: ${ended.err}`);
  const { peak, cpu } = /** @type {{ peak: number, cpu: number }} */ (
    parseJson(readFileSync(peakFile, 'utf8'))
  );
  return { ...ended, peak, cpu };
}

/**
 * Bytes of all files in a folder.
 * @param {string} folder
 */
export function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
