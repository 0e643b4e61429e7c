/** Runs long work in slices, so that the first screen shows at once and keys stay quick. */
const SLICE_MS = 12;
const FIRST_SLICE_MS = 40;

export interface Slices {
  /** Does what is left, now. */
  finish(): void;
  cancel(): void;
}

/** Works through `jobs` in turns: a first slice now, the rest in later frames; then calls `onDone`. */
export function inSlices(jobs: readonly Generator<void>[], onDone: () => void): Slices {
  let left = [...jobs];
  let over = false;
  let frame = 0;
  const work = (budget: number) => {
    const until = performance.now() + budget;
    while (left.length > 0) {
      left = left.filter((job) => job.next().done !== true);
      if (performance.now() > until) break;
    }
    if (left.length > 0) {
      frame = requestAnimationFrame(() => work(SLICE_MS));
    } else if (!over) {
      over = true;
      onDone();
    }
  };
  work(FIRST_SLICE_MS);
  return {
    finish: () => {
      if (over) return;
      cancelAnimationFrame(frame);
      work(Infinity);
    },
    cancel: () => {
      over = true;
      left = [];
      cancelAnimationFrame(frame);
    },
  };
}
