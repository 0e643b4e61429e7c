/** `index`: makes, shows and clears the index of originals. */
import path from 'node:path';
import { indexFiles } from '../engine/indexFiles.js';
import { clearIndex, defaultIndexDir, listIndex } from '../io/index/indexFolder.js';
import { Failure } from '../shared/failure.js';
import type { IndexEntry } from '../shared/originalsIndex.js';
import { parametersFrom } from './compareCommand.js';
import { hooksOf, type Terminal } from './terminal.js';
import { parsedWords } from './words.js';

const OPTIONS = {
  'index-dir': { type: 'string' },
  set: { type: 'string', multiple: true },
  list: { type: 'boolean', default: false },
  clear: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Indexes files, or lists or clears what is indexed; throws Failure. */
export async function indexCommand(words: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parsedWords(words, OPTIONS);
  const indexDir = path.resolve(values['index-dir'] ?? defaultIndexDir());
  if (values.list || values.clear) {
    const entries = values.clear ? await clearIndex(indexDir) : await listIndex(indexDir);
    if (values.json) terminal.out(JSON.stringify({ indexDir, entries }));
    else for (const line of asText(indexDir, entries, values.clear)) terminal.out(line);
    return;
  }
  if (positionals.length === 0)
    throw new Failure(
      'usage',
      'index needs files or folders with your own responses, or --list, or --clear.',
    );
  const started = performance.now();
  const done = await indexFiles(
    {
      files: positionals.map((file) => path.resolve(file)),
      indexDir,
      parameters: parametersFrom(values.set ?? []),
    },
    hooksOf(terminal),
  );
  terminal.status?.('');
  const seconds = (performance.now() - started) / 1000;
  if (values.json) terminal.out(JSON.stringify({ indexDir, ...done, seconds }));
  else
    terminal.out(
      `${done.responses} responses of ${done.files} files (${megabytes(done.bytes)}) are indexed, in ${seconds.toFixed(1)} s. Index: ${indexDir}`,
    );
  for (const note of done.notes) terminal.err(`Note: ${note}`);
}

function asText(indexDir: string, entries: readonly IndexEntry[], cleared: boolean): string[] {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = entries.map(({ sha256, bytes, parts, lastUsed, files }) =>
    `${sha256.slice(0, 16)}  ${megabytes(bytes).padStart(10)}  ${String(parts).padStart(4)} parts  ${new Date(lastUsed).toISOString()}  ${files[0] ?? ''}`.trimEnd(),
  );
  const what = `${entries.length} files, ${megabytes(total)}, ${cleared ? 'removed from' : 'in'} ${indexDir}`;
  return cleared ? [what] : [...rows, what];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
