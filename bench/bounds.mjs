// @ts-check
// How much memory a comparison takes where much is found, or where there are many controls or short texts: the setting must hold
// whatever the data. Usage: npm run build && node bench/bounds.mjs [--scale 0.1] [--only <words of a case>]
// [--memory <MB>] [--cli <cli.js>]
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { REFUSAL } from './data/answers.mjs';
import { lines, lineWriter } from './data/jsonl.mjs';
import { figure, megabytes, table } from './figures.mjs';
import { answers, described } from './generate.mjs';
import { ours } from './ours.mjs';

/** @typedef {import('./data/answers.mjs').Source} Source */
/**
 * @typedef {object} Texts
 * @property {Iterable<string>} originals
 * @property {Iterable<string>} suspects
 * @property {readonly Iterable<string>[]} [controls] of each family the answers to the suspects' prompts, in their order, and more
 * @property {Iterable<string>} [templates]
 * @property {boolean} [outputs] answers of two models to the same prompts
 */

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    memory: { type: 'string', default: '512' },
    cli: { type: 'string', default: path.resolve(import.meta.dirname, '../dist/cli.js') },
    data: { type: 'string', default: path.join(import.meta.dirname, '.data') },
  },
});
const scale = Number(values.scale);

/** @param {number} count @param {(at: number) => string} text */
function* many(count, text) {
  for (let at = 0; at < Math.round(count * scale); at++) yield text(at);
}

/** @param {Source} source @param {number} count */
const words = (source, count) => Array.from({ length: count }, () => source.word()).join(' ');

/** By what makes each of them hard. @type {Readonly<Record<string, (source: Source) => Texts>>} */
const CASES = {
  'every suspect is a copy': (source) => {
    const texts = [...many(30_000, () => source.answer())];
    return { originals: texts, suspects: many(300_000, (at) => texts[at % texts.length] ?? '') };
  },
  'a refusal in all suspects and 200 originals': () => ({
    originals: many(200, () => REFUSAL),
    suspects: many(30_000, (at) => `${REFUSAL} ${at}`),
  }),
  'one answer in 5 % of the originals and half of the suspects': (source) => ({
    originals: many(50_000, (at) => (at % 20 === 0 ? REFUSAL : source.answer())),
    suspects: many(2000, (at) => (at % 2 === 0 ? REFUSAL : source.answer())),
  }),
  'one passage in all suspects and 40 originals': (source) => {
    const passage = words(source, 80);
    const answer = () => `${source.answer()} ${passage} ${source.answer()}`;
    return { originals: Array.from({ length: 40 }, answer), suspects: many(3000, answer) };
  },
  'three families of controls': (source) => {
    const texts = [...many(30_000, () => source.answer())];
    const families = Array.from({ length: 3 }, () => many(40_000, () => source.answer()));
    const suspects = many(20_000, (at) => (at % 2 === 0 ? (texts[at] ?? '') : source.answer()));
    return { originals: texts, suspects, controls: families };
  },
  'model outputs of both sides': (source) => ({
    originals: many(100_000, () => source.answer()),
    suspects: many(100_000, () => source.answer()),
    outputs: true,
  }),
  'answers as templates': (source) => ({
    originals: many(30_000, () => source.answer()),
    suspects: many(3000, () => source.answer()),
    templates: many(4000, () => source.answer()),
  }),
  'answers of ten words': (source) => ({
    originals: many(30_000, () => source.answer()),
    suspects: many(400_000, () => words(source, 10)),
  }),
};

/** @type {string[][]} */
const rows = [];
for (const [name, textsOf] of Object.entries(CASES)) {
  if (!name.includes(values.only)) continue;
  process.stderr.write(`${name}\n`);
  const folder = path.join(values.data, 'bounds');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = answers(1);
  const { originals, suspects, controls = [], templates = [], outputs = false } = textsOf(source);
  /** @type {string[]} */
  const prompts = [];
  const asked = (/** @type {number} */ at) => (prompts[at] ??= source.prompt());
  const any = () => source.prompt();
  const records = {
    originals: write(path.join(folder, 'originals.jsonl'), originals, outputs ? asked : any),
    suspects: write(
      path.join(folder, 'suspects.jsonl'),
      suspects,
      outputs || controls.length > 0 ? asked : any,
    ),
  };
  const files = controls.map((_, family) => path.join(folder, `control ${family}.jsonl`));
  const answered = controls.map((texts, family) => write(files[family] ?? '', texts, asked));
  const template = path.join(folder, 'templates.jsonl');
  const known = write(template, templates, any);
  const result = await ours(values.cli, described('bounds', folder, records), {
    memory: Number(values.memory),
    more: [
      ...(files.length > 0 ? ['--controls', ...files] : []),
      ...(known > 0 ? ['--templates', template] : []),
      ...(outputs ? ['--kind', 'outputs'] : []),
    ],
  });
  const kept = ['identical', 'normalised', 'near-duplicate', 'partial'].reduce(
    (sum, kind) => sum + (result.counts[kind] ?? 0),
    0,
  );
  rows.push([
    name,
    figure(records.originals),
    figure(records.suspects),
    figure(answered.reduce((sum, count) => sum + count, known)),
    figure(kept),
    figure(countOf(lines(result.matches))),
    figure(result.compareSeconds),
    megabytes(result.comparePeak),
  ]);
  rmSync(folder, { recursive: true, force: true });
}
const head = [
  'where',
  'originals',
  'suspects',
  'controls or templates',
  'findings',
  'matches',
  'compared, s',
  `peak memory, MB (--memory ${values.memory})`,
];
console.log(table(head, rows));

/**
 * Returns how many it wrote.
 * @param {string} file @param {Iterable<string>} texts @param {(at: number) => string} prompt
 */
function write(file, texts, prompt) {
  const out = lineWriter(file);
  let count = 0;
  for (const output of texts) {
    out.write({ id: `${path.basename(file)} ${count}`, instruction: prompt(count), output });
    count++;
  }
  out.end();
  return count;
}

/** @param {Iterable<unknown>} all */
function countOf(all) {
  let count = 0;
  for (const one of all) count += Number(one !== undefined);
  return count;
}
