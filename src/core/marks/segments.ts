import type { Span } from '../../shared/dataset.js';

/** A stretch of text to be marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly class: string;
  /** What the mark means, for a tooltip or a screen reader. */
  readonly label?: string;
}

/** A stretch of text under the same marks throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Classes of its marks, in the order of the marks, each once; empty for plain text. */
  readonly classes: readonly string[];
  readonly labels: readonly string[];
}

/**
 * Flattens marks that may overlap into segments that cover the text in order and do not. Marks are cut to the text;
 * empty ones are left out. Neighbours under the same marks are one segment.
 */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const spans = marks.map((mark): Span => [Math.max(0, mark.start), Math.min(text.length, mark.end)]);
  const edges = new Map<number, { opens: number[]; closes: number[] }>();
  const edge = (at: number): { opens: number[]; closes: number[] } => {
    let found = edges.get(at);
    if (found === undefined) edges.set(at, (found = { opens: [], closes: [] }));
    return found;
  };
  spans.forEach(([start, end], mark) => {
    if (!(end > start)) return;
    edge(start).opens.push(mark);
    edge(end).closes.push(mark);
  });
  const found: Segment[] = [];
  const open = new Set<number>();
  let from = 0;
  for (const at of [...edges.keys(), text.length].sort((a, b) => a - b)) {
    if (at > from) addSegment(found, from, at, marks, open);
    from = at;
    for (const mark of edges.get(at)?.closes ?? []) open.delete(mark);
    for (const mark of edges.get(at)?.opens ?? []) open.add(mark);
  }
  return found;
}

function addSegment(
  found: Segment[],
  start: number,
  end: number,
  marks: readonly Mark[],
  open: ReadonlySet<number>,
): void {
  const under = [...open].sort((a, b) => a - b).map((mark) => marks[mark]!);
  const classes = [...new Set(under.map((mark) => mark.class))];
  const labels = [...new Set(under.flatMap((mark) => mark.label ?? []))];
  const last = found.at(-1);
  if (last !== undefined && same(last.classes, classes) && same(last.labels, labels))
    found[found.length - 1] = { ...last, end };
  else found.push({ start, end, classes, labels });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
