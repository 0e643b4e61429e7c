// @ts-check
// Data with a fixed seed and known truth: originals.jsonl, suspects.jsonl and truth.jsonl in one folder.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answers, REFUSAL } from './data/answers.mjs';
import { EDITS } from './data/edits.mjs';
import { lineWriter } from './data/jsonl.mjs';
import { parseJson } from './unknown.mjs';

export { answers };

/**
 * @typedef {object} Plan
 * @property {number} originals
 * @property {number} suspects
 * @property {number} [refusals] share of responses, on both sides, that carry the same refusal; default 0.001
 * @property {number} [copies] share of suspects that are made of originals; the others are independent answers; default 0.5
 * @property {number} [equal] originals more that are all the same answer, to different prompts; default 0
 * @property {number} [seed]
 */

/**
 * @typedef {object} Data
 * @property {string} name
 * @property {string} folder
 * @property {string} originals path
 * @property {string} suspects path
 * @property {string} [truth] path
 * @property {{ originals: number, suspects: number }} records
 * @property {{ originals: number, suspects: number }} bytes
 */

/** A line of the truth: what a suspect was made of. @typedef {{ suspect: number, originals: number[], edit: string }} Truth */

/** Rises when the same plan gives other data. */
const VERSION = 5;

/**
 * Makes the data of a plan, unless the folder has it already.
 * @param {string} root
 * @param {Plan} plan
 * @returns {Data}
 */
export function generate(root, plan) {
  const { originals, suspects, copies = 0.5, refusals = 0.001, equal = 0, seed = 1 } = plan;
  if (!(copies >= 0 && copies <= 1)) throw new RangeError('The share of copies goes from 0 to 1.');
  const whole = { originals, suspects, copies, refusals, equal, seed };
  const share = copies === 0.5 ? '' : `-c${copies}`;
  const name = `made-${originals}-${suspects}${share}-r${refusals}-e${equal}-s${seed}-v${VERSION}`;
  const folder = path.join(root, name);
  const done = path.join(folder, 'done.json');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    write(folder, whole);
    writeFileSync(done, JSON.stringify({ VERSION, ...whole }));
  }
  return described(name, folder, { originals: originals + equal, suspects });
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {{ originals: number, suspects: number }} records
 * @returns {Data}
 */
export function described(name, folder, records) {
  const truth = path.join(folder, 'truth.jsonl');
  const paths = {
    originals: path.join(folder, 'originals.jsonl'),
    suspects: path.join(folder, 'suspects.jsonl'),
  };
  const bytes = { originals: statSync(paths.originals).size, suspects: statSync(paths.suspects).size };
  return { name, folder, ...paths, ...(existsSync(truth) && { truth }), records, bytes };
}

/**
 * The truth of a data set, by suspect; empty where none is known.
 * @param {Data} data
 * @returns {Map<number, Truth>}
 */
export function truthOf(data) {
  /** @type {Map<number, Truth>} */
  const found = new Map();
  if (data.truth === undefined) return found;
  for (const line of readFileSync(data.truth, 'utf8').trimEnd().split('\n')) {
    const truth = /** @type {Truth} */ (parseJson(line));
    found.set(truth.suspect, truth);
  }
  return found;
}

/**
 * @param {string} folder
 * @param {Required<Plan>} plan
 */
function write(folder, plan) {
  const { originals, suspects, refusals, equal, seed } = plan;
  const source = answers(seed);
  const out = lineWriter(path.join(folder, 'originals.jsonl'));
  /** Originals that suspects are made of, spread evenly. @type {{ prompt: string, text: string }[]} */
  const chosen = [];
  for (let at = 0; at < originals; at++) {
    const prompt = source.prompt();
    let text = source.answer(prompt);
    if (source.next() < refusals) text = `${REFUSAL} ${text}`;
    out.write({ instruction: prompt, output: text });
    if (placeOf(chosen.length, originals, suspects) === at) chosen.push({ prompt, text });
  }
  const same = source.answer();
  for (let at = 0; at < equal; at++) out.write({ instruction: source.prompt(), output: same });
  out.end();
  writeSuspects(folder, plan, chosen, same);
}

/**
 * The share of copies is made by the edits in turn, the other suspects are independent answers.
 * @param {string} folder
 * @param {Required<Plan>} plan
 * @param {readonly { prompt: string, text: string }[]} chosen
 * @param {string} same the answer that many originals share
 */
function writeSuspects(folder, { originals, suspects, copies, refusals, equal, seed }, chosen, same) {
  const source = answers(seed + 1_000_003);
  const out = lineWriter(path.join(folder, 'suspects.jsonl'));
  const truth = lineWriter(path.join(folder, 'truth.jsonl'));
  const edits = Object.entries(EDITS);
  for (let at = 0; at < suspects; at++) {
    const mine = chosen[at];
    const before = Math.floor(at * copies);
    const edit = Math.floor((at + 1) * copies) > before ? edits[before % edits.length] : undefined;
    if (mine === undefined || edit === undefined) {
      // An independent answer, to one of our prompts.
      const prompt = mine?.prompt ?? source.prompt();
      const own = source.answer(prompt);
      // One suspect in a hundred carries what many originals share.
      const text = equal > 0 && at % 100 === 0 ? same : own;
      out.write({ instruction: prompt, output: source.next() < refusals ? `${REFUSAL} ${text}` : text });
      truth.write({ suspect: at, originals: [], edit: 'independent' });
      continue;
    }
    const [name, apply] = edit;
    const other = (at + 1) % chosen.length;
    out.write({ instruction: mine.prompt, output: apply(mine.text, source, chosen[other]?.text ?? '') });
    const made = name === 'merged' ? [at, other] : [at];
    truth.write({
      suspect: at,
      originals: made.map((place) => placeOf(place, originals, suspects)),
      edit: name,
    });
  }
  out.end();
  truth.end();
}

/** @param {number} suspect @param {number} originals @param {number} suspects */
function placeOf(suspect, originals, suspects) {
  return Math.floor((suspect * originals) / suspects);
}
