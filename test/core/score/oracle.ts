/** The definitions of the scores, written as plainly as can be, over words in lower case. */

export interface OracleScores {
  readonly jaccard: number;
  readonly containmentSuspect: number;
  readonly containmentOriginal: number;
  readonly longestRun: number;
  readonly evidence: number;
  readonly raw: number;
  readonly bits: number;
}

interface Tile {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

export function oracle(
  a: readonly string[],
  b: readonly string[],
  prompts: readonly (readonly string[])[],
): OracleScores {
  const left = shingles(a);
  const right = shingles(b);
  const shared = [...left].filter((shingle) => right.has(shingle)).length;
  const share = (total: number): number => (total === 0 ? 0 : shared / total);
  const mask = a.map((_, at) => prompts.some((prompt) => inRunOfFive(a, at, prompt)));
  let evidence = 0;
  let raw = 0;
  let bits = 0;
  const search = Math.max(1, Math.floor(Math.log2(Math.max(1, a.length * b.length))) - 8);
  for (const { tiles, gaps } of chains(tilesOf(a, b))) {
    const places = tiles.flatMap((tile) => Array.from({ length: tile.length }, (_, i) => tile.a + i));
    raw += Math.max(0, places.length - gaps - 10);
    const counted = places.filter((at) => !mask[at]).length;
    evidence += Math.max(0, counted - gaps - 10);
    bits += Math.max(0, counted - gaps / 2 - search);
  }
  return {
    jaccard: share(left.size + right.size - shared),
    containmentSuspect: share(left.size),
    containmentOriginal: share(right.size),
    longestRun: Math.max(0, ...a.flatMap((_, i) => b.map((__, j) => runAt(a, i, b, j)))),
    evidence,
    raw,
    bits,
  };
}

function shingles(words: readonly string[]): Set<string> {
  if (words.length === 0) return new Set();
  const size = Math.min(5, words.length);
  const found = new Set<string>();
  for (let at = 0; at + size <= words.length; at++) found.add(words.slice(at, at + size).join(' '));
  return found;
}

function runAt(a: readonly string[], i: number, b: readonly string[], j: number): number {
  let length = 0;
  while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
  return length;
}

function inRunOfFive(words: readonly string[], at: number, prompt: readonly string[]): boolean {
  for (let start = Math.max(0, at - 4); start <= at; start++) {
    if (start + 5 > words.length) break;
    for (let place = 0; place + 5 <= prompt.length; place++)
      if (runAt(words, start, prompt, place) >= 5) return true;
  }
  return false;
}

/** Longest first over all pairs of places again and again, each word used once. */
function tilesOf(a: readonly string[], b: readonly string[]): Tile[] {
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const tiles: Tile[] = [];
  for (;;) {
    let best: Tile = { a: 0, b: 0, length: 0 };
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < b.length; j++) {
        let length = 0;
        while (
          i + length < a.length &&
          j + length < b.length &&
          a[i + length] === b[j + length] &&
          !usedA.has(i + length) &&
          !usedB.has(j + length)
        )
          length++;
        if (length > best.length) best = { a: i, b: j, length };
      }
    if (best.length < 3) return tiles.sort((x, y) => x.a - y.a);
    tiles.push(best);
    for (let at = 0; at < best.length; at++) {
      usedA.add(best.a + at);
      usedB.add(best.b + at);
    }
  }
}

function chains(tiles: readonly Tile[]): { tiles: Tile[]; gaps: number }[] {
  const found: { tiles: Tile[]; gaps: number }[] = [];
  for (const tile of tiles) {
    const gapsTo = (last: Tile): number[] => [tile.a - last.a - last.length, tile.b - last.b - last.length];
    const open = found
      .filter((chain) => gapsTo(chain.tiles.at(-1)!).every((gap) => gap >= 0 && gap <= 4))
      .sort((x, y) => y.tiles.at(-1)!.a - x.tiles.at(-1)!.a)[0];
    if (open === undefined) {
      found.push({ tiles: [tile], gaps: 0 });
      continue;
    }
    open.gaps += Math.max(...gapsTo(open.tiles.at(-1)!));
    open.tiles.push(tile);
  }
  return found;
}
