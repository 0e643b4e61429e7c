// @ts-check
// Each control file as the suspect of a comparison as a user would run it, the others as controls.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { table } from '../figures.mjs';
import { node } from '../processes.mjs';
import { parseJson } from '../unknown.mjs';
import { strongest } from './reported.mjs';
import { withInterval } from './tables.mjs';

/** @typedef {import('./product.mjs').Product} Product */
/** @typedef {import('./texts.mjs').Answer} Answer */
/** @typedef {import('./entry.js').Judged} Judged */
/** @typedef {import('./entry.js').Match} Match */
/** @typedef {import('./reported.mjs').Reported} Reported */

/** Seconds for one comparison. */
const LIMIT = 1800;
/**
 * Compares every source against `originals` with the defaults; answers in the order of sources.
 * @param {Product} product @param {string} cli
 * @param {string} originals path @param {ReadonlyMap<string, readonly Answer[]>} sources answers by path
 * @returns {Promise<{ judged: Judged[], reported: Reported[] }>}
 */
export async function throughEngine(product, cli, originals, sources) {
  const work = mkdtempSync(path.join(tmpdir(), 'quality-'));
  /** @type {Judged[]} */
  const judged = [];
  /** @type {Reported[]} */
  const reported = [];
  try {
    for (const [file, answers] of sources) {
      const others = [...sources.keys()].filter((other) => other !== file);
      const best = await bestMatches(cli, work, file, originals, others);
      for (const answer of answers) {
        const match = best.get(`${answer.record} ${answer.pointer}`);
        const { value: score } = match?.scores.distinctiveTokens ?? { value: 0 };
        judged.push({
          path: file,
          source: answer.source,
          family: file,
          prompt: product.hashText(answer.prompt),
          score,
          bits: match?.scores.evidenceBits?.value ?? 0,
          kind: match?.kind,
          strata: product.strataOf(answer.text),
        });
        if (match)
          reported.push({
            source: answer.source,
            record: answer.record + 1,
            kind: match.kind,
            evidence: score,
            words: strongest(match.passages, answer.text),
          });
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { judged, reported };
}

/**
 * The best reported match of each response, by record and pointer.
 * @param {string} cli @param {string} work @param {string} suspect @param {string} originals @param {readonly string[]} controls
 * @returns {Promise<Map<string, Match>>}
 */
async function bestMatches(cli, work, suspect, originals, controls) {
  const folders = ['--out', path.join(work, 'case'), '--index-dir', path.join(work, 'index')];
  const words = ['compare', suspect, '--originals', originals, '--controls', ...controls, ...folders];
  const { code, out, err } = await node([cli, ...words, '--planted', '0', '--json', '--quiet'], {
    limit: LIMIT,
  });
  if (code !== 0) throw new Error(`The comparison of ${suspect} ended with ${code ?? 'its time'}: ${err}`);
  const { dir } = /** @type {{ dir: string }} */ (parseJson(out));
  const lines = readFileSync(path.join(dir, 'matches.jsonl'), 'utf8').split('\n');
  /** @type {Map<string, Match>} */
  const best = new Map();
  for (const line of lines) {
    if (line === '') continue;
    const match = /** @type {Match} */ (parseJson(line));
    const key = `${match.suspect.record} ${match.suspect.pointer}`;
    const known = best.get(key)?.scores.distinctiveTokens.value ?? -1;
    if (match.reported && match.scores.distinctiveTokens.value > known) best.set(key, match);
  }
  return best;
}

/**
 * The rate of every source with its interval, and of all.
 * @param {Product} product @param {readonly Judged[]} judged
 */
export function sourceTable(product, judged) {
  const threshold = product.DEFAULT_PARAMETERS.reportFrom;
  const rows = [
    ...product
      .sourceRates(judged, threshold)
      .map((rate) => ({ ...rate, name: rate.standsOut ? `${rate.source} (stands out)` : rate.source })),
    { ...product.rateOf(judged, threshold), name: 'all' },
  ];
  return table(
    ['source', 'answers', 'reported', 'rate (95 %)'],
    rows.map((rate) => [rate.name, String(rate.answers), String(rate.reported), withInterval(rate)]),
  );
}
