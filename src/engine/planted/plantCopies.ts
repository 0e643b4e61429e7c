/** Sends edited copies of originals the suspects' way, to see what would have been found. */
import { LEVEL } from '../../core/calibration/rates.js';
import { copiesOf, type Copy } from '../../core/planted/copies.js';
import { clopperPearson } from '../../core/statistics/clopperPearson.js';
import { PLANTED_EDITS, type Planted, type PlantedEdit } from '../../shared/planted.js';
import type { ControlSet } from '../calibration/controlSet.js';
import { explainersOf, type Judging } from '../calibration/judgeControls.js';
import { sha256 } from '../identity.js';
import { runBlock } from '../index/blockRun.js';
import { BlockBuilder } from '../index/suspects.js';
import { drawOriginals } from './drawOriginals.js';

/** Originals that copies are made of, where the caller asks for no other number. */
export const PLANTED_ORIGINALS = 300;
/** So that everybody draws the same originals and makes the same copies. */
const SEED = 20_250_610;

/**
 * Makes every edit of up to `most` originals, and compares the copies as suspects that answer their original's prompt,
 * with the controls' answers explaining what they explain of a suspect. Throws Failure.
 */
export async function plantCopies(
  judging: Judging,
  controls: ControlSet | undefined,
  most: number,
): Promise<Planted> {
  const { corpus, pool, comparing, pace } = judging;
  const { parameters } = comparing;
  // A passage pays the toll before it counts, so a shorter copy is never reported.
  const least = parameters.passageToll + parameters.reportFrom;
  const { originals, ...drawn } = await drawOriginals(judging, { most, least, seed: SEED });
  const tally = new Map<PlantedEdit, { found: number; copies: number }>();
  const tooShort = new Map<PlantedEdit, number>();
  const texts = originals.map(({ text }) => text);
  const hashes = texts.map(sha256);
  const total = PLANTED_EDITS.length * texts.length;
  let done = 0;
  const pass = async (copies: readonly Copy[], block: BlockBuilder): Promise<void> => {
    const say = (share: number) =>
      pace.report({
        phase: 'Testing planted copies',
        done: done + share * copies.length,
        total,
        unit: 'responses',
      });
    let at = 0;
    for await (const { matches } of runBlock(block, corpus, pool, shown, say)) {
      const { edit, original, other = original } = copies[at++]!;
      const sources = [hashes[original], hashes[other]];
      const known = tally.get(edit) ?? { found: 0, copies: 0 };
      const found = matches.some(
        ({ reported, original: { sha256: hash } }) => reported && sources.includes(hash),
      );
      tally.set(edit, { found: known.found + Number(found), copies: known.copies + 1 });
      await pace.breathe();
    }
    done += copies.length;
  };
  const shown = { ...comparing, parameters: { ...parameters, scores: 'shown' as const } };
  const newBlock = () => new BlockBuilder(comparing.kind, parameters, corpus.frequencies, pool);
  let block = newBlock();
  let waiting: Copy[] = [];
  for (const copy of copiesOf(texts, parameters.normalise, SEED)) {
    if (copy.weight < least) {
      tooShort.set(copy.edit, (tooShort.get(copy.edit) ?? 0) + 1);
      continue;
    }
    const { prompt } = originals[copy.original]!;
    const explaining = await controls?.answers.forSuspect(prompt);
    // A response of a file that is not there, in a record of its own.
    const address = { path: 'planted', record: done + waiting.length, pointer: '' };
    block.add(
      { address, part: 'answer', prompt, text: copy.text, meta: {} },
      explainersOf(explaining, judging.known, copy.text),
    );
    waiting.push(copy);
    await pace.breathe();
    if (block.tokens < judging.most) continue;
    await pass(waiting, block);
    waiting = [];
    block = newBlock();
  }
  if (waiting.length > 0) await pass(waiting, block);
  return {
    threshold: parameters.reportFrom,
    level: LEVEL,
    seed: SEED,
    originals: texts.length,
    ...drawn,
    least,
    shares: PLANTED_EDITS.flatMap((edit) => {
      const one = tally.get(edit) ?? { found: 0, copies: 0 };
      const short = tooShort.get(edit);
      if (one.copies === 0 && short === undefined) return [];
      const bounds = clopperPearson(one.found, one.copies, LEVEL);
      return [{ edit, ...one, ...(short && { tooShort: short }), ...bounds }];
    }),
  };
}
