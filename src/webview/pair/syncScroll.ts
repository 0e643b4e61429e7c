/** Two columns scrolled together: shared runs meet, and between them both move in proportion. */

/** Places in both columns that belong together, in pixels from their tops, ascending on both sides. */
export type Anchors = readonly (readonly [left: number, right: number])[];

/** Keeps those anchors that ascend on both sides: text that moved cannot be followed. */
export function ascending(pairs: Anchors): Anchors {
  const result: (readonly [number, number])[] = [];
  for (const pair of pairs.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (!last || (pair[0] > last[0] && pair[1] > last[1])) result.push(pair);
  }
  return result;
}

/** Where the right column stands when the left stands at `at`. */
export function follow(anchors: Anchors, at: number): number {
  let low = 0;
  let high = anchors.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (anchors[middle]![0] <= at) low = middle;
    else high = middle;
  }
  const [a, b] = [anchors[low], anchors[high]];
  if (!a || !b || a === b) return at;
  return a[1] + ((at - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

/** Joins the scrolling of two columns; `measure` gives the anchors, asked for when they may have changed. */
export function syncScroll(
  left: HTMLElement,
  right: HTMLElement,
  measure: () => Anchors,
): { changed(): void } {
  let anchors: Anchors | undefined;
  let expected: HTMLElement | undefined;
  const mirror = (from: HTMLElement, to: HTMLElement, flip: boolean) => {
    from.addEventListener(
      'scroll',
      () => {
        if (expected === from) {
          expected = undefined;
          return;
        }
        anchors ??= ascending([[0, 0], ...measure(), [left.scrollHeight, right.scrollHeight]]);
        // Runs meet on a line that goes from the upper edge down to the lower, so that both ends are reached together.
        const most = from.scrollHeight - from.clientHeight;
        const eye = from.clientHeight * Math.min(Math.max(from.scrollTop / Math.max(most, 1), 0), 1);
        const sides: Anchors = flip ? anchors.map(([a, b]) => [b, a] as const) : anchors;
        const before = to.scrollTop;
        to.scrollTop = Math.round(follow(sides, from.scrollTop + eye) - eye);
        if (to.scrollTop !== before) expected = to;
      },
      { passive: true },
    );
  };
  mirror(left, right, false);
  mirror(right, left, true);
  new ResizeObserver(() => (anchors = undefined)).observe(left);
  return { changed: () => (anchors = undefined) };
}
