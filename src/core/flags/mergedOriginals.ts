import type { Passage } from '../../shared/match.js';

/** A stretch that so many originals hold is boilerplate, not a second source. */
const BOILERPLATE = 4;

/** One match of a suspect response, best first among its others. */
export interface MergeCandidate {
  readonly reported: boolean;
  readonly passages: readonly Passage[];
  readonly original: { readonly sha256: string };
}

/**
 * True if the suspect holds, beside what the best match shows, `least` tokens or more of another original that the
 * best one does not have there. Text that many originals share makes none, and neither do equal originals.
 */
export function isMerged(matches: readonly MergeCandidate[], toll: number, least: number): boolean {
  const [best, ...others] = matches;
  if (!best?.reported) return false;
  const covered = stretches(best.passages, toll);
  const beyond = others
    .filter(({ reported, original }) => reported && original.sha256 !== best.original.sha256)
    .map(({ original, passages }) => ({
      sha256: original.sha256,
      apart: passages.filter((passage) => passage.score > toll && tokensBeyond(passage, covered) >= least),
    }))
    .filter(({ apart }) => apart.length > 0);
  return beyond.some(({ apart }) =>
    apart.some((passage) => {
      const same = beyond.filter((other) =>
        other.apart.some((one) => overlaps(one.suspect, passage.suspect)),
      );
      return new Set(same.map(({ sha256 }) => sha256)).size < BOILERPLATE;
    }),
  );
}

type Stretch = readonly [number, number];

function stretches(passages: readonly Passage[], toll: number): Stretch[] {
  return passages.filter(({ score }) => score > toll).map(({ suspect }) => suspect);
}

/** Shared tokens of a passage in the suspect outside of what is covered. */
function tokensBeyond({ seeds }: Passage, covered: readonly Stretch[]): number {
  return seeds
    .filter(({ suspect }) => !covered.some((stretch) => overlaps(stretch, suspect)))
    .reduce((sum, { tokens }) => sum + tokens, 0);
}

function overlaps([from, to]: Stretch, [start, end]: Stretch): boolean {
  return start < to && from < end;
}
