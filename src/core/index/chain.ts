/** A chain of shared windows, followed both ways from one of them: tells chance phrases from passages at once. */
import type { BlockData } from './suspectBlock.js';
import type { WindowList } from './windows.js';

/**
 * Tokens of the chain through a shared window (`at` in the block, `place` in the original), less its gaps; followed
 * until it exceeds `enough`. For texts of words only, where all windows have one length.
 */
export function chainScore(
  block: BlockData,
  text: number,
  at: number,
  list: WindowList,
  place: number,
  maxGap: number,
  enough: number,
): number {
  const length = list.lengths[place]!;
  const walk = (step: 1 | -1, score: number): number => {
    const first = block.starts[text]!;
    const end = block.starts[text + 1]!;
    const same = (here: number, there: number): boolean =>
      here >= first &&
      here < end &&
      there >= 0 &&
      there < list.count &&
      block.hashes[here] === list.hashes[there];
    let here = at;
    let there = place;
    let total = score;
    while (total <= enough) {
      if (same(here + step, there + step)) {
        here += step;
        there += step;
        total++;
        continue;
      }
      const gaps = nextSeed(same, here + step * length, there + step * length, step, maxGap);
      if (gaps < 0) break;
      const mine = Math.floor(gaps / 64);
      const other = gaps % 64;
      here += step * (length + mine);
      there += step * (length + other);
      total += length - Math.max(mine, other);
    }
    return total;
  };
  return walk(-1, walk(1, length));
}

/** The nearest shared window after a seed: 64 · gap in the suspect + gap in the original; −1 if there is none. */
function nextSeed(
  same: (here: number, there: number) => boolean,
  here: number,
  there: number,
  step: number,
  maxGap: number,
): number {
  for (let gap = 0; gap <= maxGap; gap++) {
    // Words replaced keep the distance, so that is tried first.
    if (same(here + step * gap, there + step * gap)) return 65 * gap;
    for (let less = gap - 1; less >= 0; less--) {
      if (same(here + step * gap, there + step * less)) return 64 * gap + less;
      if (same(here + step * less, there + step * gap)) return 64 * less + gap;
    }
  }
  return -1;
}
