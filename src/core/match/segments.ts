/** Overlapping marks of a text, flattened into stretches that each have one look. */
import type { Change, PairView } from '../../shared/engineCalls.js';
import type { SideName } from '../../shared/findingQuery.js';
import type { Explained, Match } from '../../shared/match.js';

/** A stretch of one side's text, in code units; stretches follow each other without gaps. */
export interface Segment {
  readonly side: SideName;
  readonly start: number;
  readonly end: number;
  /** The shared run it belongs to, counted through all passages, 0-based. */
  readonly run?: number;
  /** That run's passage, 0-based. */
  readonly passage?: number;
  /** It stands on this side only. */
  readonly changed?: true;
  readonly explained?: Pick<Explained, 'reason' | 'name'>;
}

interface Layer<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

interface RunPlace {
  readonly run: number;
  readonly passage: number;
}

/** Flattens what is known of one side: shared runs, differences, explained text. */
export function segments(
  view: Pick<PairView, 'match' | 'changes'> & Readonly<Record<SideName, { readonly text: string }>>,
  side: SideName,
): Segment[] {
  const length = view[side].text.length;
  const runs = clean(runLayers(view.match, side), length);
  const changes = clean(changeLayers(view.changes, side), length);
  const explained = clean(
    view.match.explained
      .filter((span) => span.side === side)
      .map(({ start, end, reason, name }) => ({
        start,
        end,
        value: { reason, ...(name !== undefined && { name }) },
      })),
    length,
  );
  const edges = new Set([0, length]);
  for (const { start, end } of [...runs, ...changes, ...explained]) edges.add(start).add(end);
  const sorted = Float64Array.from(edges).sort();
  const [run, change, reason] = [cursor(runs), cursor(changes), cursor(explained)];
  const result: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i]!, sorted[i + 1]!];
    const [inRun, inChange, inReason] = [run(start), change(start), reason(start)];
    // A run that moved as a whole is a difference for the diff, but shared for the reader.
    const moved = inRun && inChange && inChange.start <= inRun.start && inChange.end >= inRun.end;
    result.push({
      side,
      start,
      end,
      ...inRun?.value,
      ...(inChange && !moved && { changed: true }),
      ...(inReason && { explained: inReason.value }),
    });
  }
  return result;
}

/** How many shared runs a match has. */
export function runCount(match: Match): number {
  return match.passages.reduce((sum, passage) => sum + passage.seeds.length, 0);
}

/** Where the run with this number stands: its passage, and the seed. */
export function runAt(match: Match, run: number): { passage: number; tokens: number } | undefined {
  let before = 0;
  for (const [passage, { seeds }] of match.passages.entries()) {
    const seed = seeds[run - before];
    if (run >= before && seed) return { passage, tokens: seed.tokens };
    before += seeds.length;
  }
  return undefined;
}

function runLayers(match: Match, side: SideName): Layer<RunPlace>[] {
  let run = 0;
  return match.passages.flatMap((passage, number) =>
    passage.seeds.map((seed) => ({
      start: seed[side][0],
      end: seed[side][1],
      value: { run: run++, passage: number },
    })),
  );
}

function changeLayers(changes: readonly Change[], side: SideName): Layer<true>[] {
  const op = side === 'suspect' ? 'delete' : 'insert';
  return changes
    .filter((change) => change.op === op)
    .map((change) => ({ start: change[side][0], end: change[side][1], value: true }));
}

/** Sorted, within the text, not empty, not overlapping: files may have been edited by hand. */
function clean<T>(layers: readonly Layer<T>[], length: number): Layer<T>[] {
  const sorted = layers.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Layer<T>[] = [];
  let from = 0;
  for (const layer of sorted) {
    const start = Math.max(layer.start, from);
    const end = Math.min(layer.end, length);
    if (!(start < end)) continue;
    result.push({ ...layer, start, end });
    from = end;
  }
  return result;
}

/** Finds the layer at a place; asked for places in ascending order only. */
function cursor<T>(layers: readonly Layer<T>[]): (at: number) => Layer<T> | undefined {
  let i = 0;
  return (at) => {
    while (i < layers.length && layers[i]!.end <= at) i++;
    const layer = layers[i];
    return layer && layer.start <= at ? layer : undefined;
  };
}
