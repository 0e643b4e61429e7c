// @ts-check
// A run of many findings, and a few pairs of very long texts, made once and kept.
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { EDITS } from '../data/edits.mjs';
import { answers } from '../generate.mjs';

/** Suspects made of one original. */
const COPIES = 10;
/** Pairs of long texts come first in the list, since they have most evidence. */
export const LONG_PAIRS = 4;
const LONG = 40_000;

/**
 * The folder of the run in `folder`, which is made if it is not there.
 * @param {string} folder
 * @param {number} findings
 */
export async function panelCase(folder, findings) {
  const runs = path.join(folder, '.distillation-evidence', 'runs');
  if (!existsSync(runs)) {
    mkdirSync(folder, { recursive: true });
    await writeFiles(folder, findings);
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
    const { status } = spawnSync(
      process.execPath,
      [cli, 'compare', 'suspect.jsonl', '--originals', 'originals.jsonl', '--index-dir', '.index'],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error('The comparison failed.');
  }
  const run = readdirSync(runs).find((name) => !name.startsWith('.'));
  if (run === undefined) throw new Error(`${runs} holds no run.`);
  return path.join(runs, run);
}

/**
 * @param {string} folder
 * @param {number} findings
 */
async function writeFiles(folder, findings) {
  const source = answers(1);
  const edit = EDITS['words 10 %'] ?? ((text) => text);
  const originals = createWriteStream(path.join(folder, 'originals.jsonl'));
  const suspects = createWriteStream(path.join(folder, 'suspect.jsonl'));
  for (let at = 0; at < LONG_PAIRS; at++) {
    const text = longText(source);
    await write(originals, { prompt: `Long ${at}?`, response: text });
    // The second half of them is one line each, where a diff by lines is no help.
    const copy = edit(text, source, '');
    await write(suspects, { prompt: `Long ${at}?`, response: at % 2 ? copy.replaceAll('\n', ' ') : copy });
  }
  for (let at = 0; at < findings / COPIES; at++) {
    const text = source.answer();
    await write(originals, { prompt: `Question ${at}?`, response: text, account: `acct-${at % 97}` });
    for (let copy = 0; copy < COPIES; copy++)
      await write(suspects, {
        prompt: `Question ${at}?`,
        response: edit(text, source, ''),
        source: `s${copy}`,
      });
  }
  originals.end();
  suspects.end();
  await Promise.all([finished(originals), finished(suspects)]);
}

/** @param {ReturnType<typeof answers>} source */
function longText(source) {
  let text = '';
  while (text.length < LONG) text += `${source.answer()}\n\n`;
  return text.slice(0, LONG);
}

/**
 * @param {import('node:fs').WriteStream} stream
 * @param {object} record
 */
async function write(stream, record) {
  if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain');
}
