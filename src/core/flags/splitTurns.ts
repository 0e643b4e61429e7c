import type { Passage } from '../../shared/match.js';

/** A reported match of one response of a conversation. */
export interface TurnMatch {
  readonly reported: boolean;
  readonly passages: readonly Passage[];
  readonly original: { readonly path: string; readonly record: number; readonly pointer: string };
}

/**
 * Finds originals that were split over several responses of one record: each holds a stretch of the original that the
 * others do not. Returns the matches that are such a stretch. Two responses that repeat the same text are none.
 *
 * @param turns the kept matches of each response of the record
 */
export function splitOverTurns<M extends TurnMatch>(
  turns: readonly (readonly M[])[],
  toll: number,
): ReadonlySet<M> {
  const found = new Set<M>();
  if (turns.length < 2) return found;
  const byOriginal = new Map<string, { turn: number; match: M }[]>();
  turns.forEach((matches, turn) => {
    for (const match of matches) {
      if (!match.reported) continue;
      const { path, record, pointer } = match.original;
      const key = JSON.stringify([path, record, pointer]);
      const known = byOriginal.get(key);
      if (known) known.push({ turn, match });
      else byOriginal.set(key, [{ turn, match }]);
    }
  });
  for (const parts of byOriginal.values()) {
    for (const { turn, match } of parts) {
      const apart = parts.some((other) => other.turn !== turn && areApart(match, other.match, toll));
      if (apart) found.add(match);
    }
  }
  return found;
}

/** True if no counted passage of one meets one of the other in the original. */
function areApart(a: TurnMatch, b: TurnMatch, toll: number): boolean {
  const counted = ({ passages }: TurnMatch) => passages.filter(({ score }) => score > toll);
  return counted(a).every(({ original: [from, to] }) =>
    counted(b).every(({ original: [start, end] }) => end <= from || start >= to),
  );
}
