/** `compare`: a comparison from the terminal. */
import path from 'node:path';
import { findingsOf, summarise } from '../core/calibration/sentences.js';
import { plantedWords } from '../core/planted/sentences.js';
import { compare } from '../engine/compare.js';
import { MOST_THREADS } from '../engine/index/pool.js';
import { checked, withSetting } from '../engine/settings.js';
import { CASE_FOLDER } from '../io/case/paths.js';
import { readCloseness } from '../io/case/runFolder.js';
import type { Family } from '../shared/calibration.js';
import type { Closeness } from '../shared/closeness.js';
import type { CompareRequest, CompareResult } from '../shared/engineCalls.js';
import { Failure } from '../shared/failure.js';
import { KINDS } from '../shared/match.js';
import type { Planted } from '../shared/planted.js';
import { DEFAULT_PARAMETERS, type Parameters, type RunKind } from '../shared/run.js';
import { count } from '../core/wording/numbers.js';
import { closenessTable } from './closenessTable.js';
import { guessedShapes } from './guessedShapes.js';
import { hooksOf, type Terminal } from './terminal.js';
import { memoryIn, parsedWords, whole } from './words.js';

interface Words {
  readonly suspects: string[];
  readonly originals: string[];
  readonly controls: string[];
  readonly templates: string[];
  readonly publicTexts: string[];
  readonly families: Family[];
  readonly kind: RunKind;
  readonly out: string | undefined;
  readonly parameters: Parameters;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly more: Pick<CompareRequest, 'indexDir' | 'workers' | 'memory' | 'planted'>;
}

const OPTIONS = {
  originals: { type: 'string', multiple: true },
  controls: { type: 'string', multiple: true },
  templates: { type: 'string', multiple: true },
  public: { type: 'string', multiple: true },
  family: { type: 'string', multiple: true },
  kind: { type: 'string', default: 'dataset' },
  out: { type: 'string' },
  'index-dir': { type: 'string' },
  workers: { type: 'string' },
  memory: { type: 'string' },
  planted: { type: 'string' },
  set: { type: 'string', multiple: true },
  quiet: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;
/** Options that take all words up to the next one. */
const LISTS = ['--originals', '--controls', '--templates', '--public'];

/** Runs the comparison and prints its counts; throws Failure. */
export async function compareCommand(words: readonly string[], terminal: Terminal): Promise<void> {
  const asked = parse(words);
  const { suspects, originals, controls, templates, publicTexts, families, out, quiet } = asked;
  const { kind, parameters, json, more } = asked;
  const [first] = suspects;
  const caseDir = path.resolve(out ?? path.join(path.dirname(first!), CASE_FOLDER));
  const status = quiet ? undefined : terminal.status;
  const result = await compare(
    {
      kind,
      suspects: suspects.map((s) => path.resolve(s)),
      originals: originals.map((o) => path.resolve(o)),
      controls: controls.map((c) => path.resolve(c)),
      families,
      templates: templates.map((t) => path.resolve(t)),
      publicTexts: publicTexts.map((p) => path.resolve(p)),
      caseDir,
      parameters,
      ...more,
    },
    hooksOf({ signal: terminal.signal, status }),
  );
  status?.('');
  if (json) terminal.out(JSON.stringify(asJson(result)));
  else {
    const closeness = await readCloseness(result.dir);
    for (const line of asText(result, closeness)) terminal.out(line);
  }
  if (quiet) return;
  const { notes, inputs } = result.manifest;
  for (const note of [...guessedShapes(inputs), ...notes, ...result.notes]) terminal.err(`Note: ${note}`);
}

/** The object of `compare --json`, as the contract has it; with what was planted beside it. */
function asJson({ manifest, dir, seconds, planted }: CompareResult): object {
  return { run: manifest.run, dir, counts: manifest.counts, seconds, ...(planted && { planted }) };
}

function asText(
  { manifest, dir, seconds, planted }: CompareResult,
  closeness: Closeness | undefined,
): string[] {
  const { counts } = manifest;
  const { reportFrom } = manifest.parameters;
  const { headline, rest } = summarise(manifest.kind, counts);
  const row = (number: number, what: string) => `${String(number).padStart(9)}  ${what}`;
  return [
    row(counts.responses, 'responses of the suspect'),
    ...KINDS.map((kind) => row(counts[kind], kind)),
    row(findingsOf(counts), `findings: matches of ${count(reportFrom, 'distinctive token')} or more`),
    row(counts['too-little-evidence'], 'too little evidence'),
    row(counts.skipped, 'records skipped'),
    ...(manifest.kind === 'outputs'
      ? [row(counts.unpaired, 'answers to prompts that the originals do not answer')]
      : []),
    `${headline} ${rest}`,
    ...(closeness ? closenessTable(closeness) : []),
    ...(planted ? plantedText(planted) : []),
    `${seconds.index.toFixed(1)} s to index, ${seconds.compare.toFixed(1)} s to compare. Run: ${dir}`,
  ];
}

function plantedText(planted: Planted): string[] {
  const { opening, rows, limits } = plantedWords(planted);
  const width = Math.max(15, ...rows.map(({ found }) => found.length));
  return [
    opening,
    ...rows.map(({ what, found, interval }) => `${found.padStart(width)}  ${what} (${interval})`),
    limits,
  ];
}

function parse(words: readonly string[]): Words {
  const { values, positionals } = parsedWords(spread(words, LISTS), OPTIONS);
  if (positionals.length === 0)
    throw new Failure('usage', 'compare needs a suspect: a dataset file or a folder of them.');
  if (!values.originals?.length)
    throw new Failure('usage', 'compare needs --originals: the files or folders with your own responses.');
  if (values.kind !== 'dataset' && values.kind !== 'outputs') {
    throw new Failure('usage', `--kind is "dataset" or "outputs", not "${values.kind}".`);
  }
  return {
    suspects: positionals,
    originals: values.originals,
    controls: values.controls ?? [],
    templates: values.templates ?? [],
    publicTexts: values.public ?? [],
    families: (values.family ?? []).map(familyFrom),
    kind: values.kind,
    out: values.out,
    parameters: parametersFrom(values.set ?? []),
    quiet: values.quiet,
    json: values.json,
    more: {
      ...(values['index-dir'] === undefined ? {} : { indexDir: path.resolve(values['index-dir']) }),
      ...(values.workers === undefined
        ? {}
        : { workers: whole('--workers', values.workers, 1, MOST_THREADS) }),
      ...memoryIn(values),
      ...(values.planted === undefined ? {} : { planted: whole('--planted', values.planted, 0, 100_000) }),
    },
  };
}

/** The default parameters with every `name=value` of the command line set. */
export function parametersFrom(settings: readonly string[]): Parameters {
  return checked(
    settings.reduce((parameters, setting) => {
      const at = setting.indexOf('=');
      if (at < 1) throw new Failure('usage', `--set takes <setting>=<value>, not "${setting}".`);
      return withSetting(parameters, setting.slice(0, at), setting.slice(at + 1));
    }, DEFAULT_PARAMETERS),
  );
}

/** `name=file,file` */
function familyFrom(word: string): Family {
  const at = word.indexOf('=');
  const files = word
    .slice(at + 1)
    .split(',')
    .filter((file) => file !== '');
  if (at < 1 || files.length === 0)
    throw new Failure('usage', `--family takes <name>=<file>,<file>…, not "${word}".`);
  return { name: word.slice(0, at), files: files.map((file) => path.resolve(file)) };
}

/** `--originals a b c` as three originals: repeats each of `options` before every word that follows it, up to the next option. */
function spread(words: readonly string[], options: readonly string[]): string[] {
  let inside: string | undefined;
  return words.flatMap((word) => {
    if (word.startsWith('-')) {
      inside = options.includes(word) ? word : undefined;
      return inside === undefined ? [word] : [];
    }
    return inside === undefined ? [word] : [inside, word];
  });
}
