import { expect, it } from 'vitest';
import { BytesDone } from '../../src/engine/index/bytesDone.js';
import type { Pace } from '../../src/engine/pace.js';

/** A hundred files of 100 bytes, what was said of them, and how often one was asked for its size. */
function files() {
  const seen = { done: [] as number[], asked: 0 };
  const all = Array.from({ length: 100 }, (_, at) => ({
    path: `${at}.txt`,
    named: false,
    format: 'text' as const,
    compression: 'none' as const,
    get bytes(): number {
      seen.asked++;
      return 100;
    },
  }));
  const pace = { report: ({ done }: { done: number }) => seen.done.push(done) } as unknown as Pace;
  return { seen, all, progress: new BytesDone(all, pace) };
}

it('adds up parts of files, no more of a file than it has, and all of a finished one', () => {
  const { seen, all, progress } = files();
  const [first, second] = all;
  progress.report(first!, 0, 20);
  progress.report(second!, 0, 5);
  progress.report(first!, 1, 30);
  progress.report(first!, 0, 40);
  progress.report(first!, 1, 90);
  progress.finish(second!);
  progress.finish(first!);
  expect(seen.done).toEqual([20, 25, 55, 75, 105, 200, 200]);
});

it('does not go through all files for each report', () => {
  const { seen, all, progress } = files();
  for (const file of all) {
    progress.report(file, 0, 100);
    progress.finish(file);
  }
  expect(seen.done.at(-1)).toBe(10_000);
  expect(seen.asked).toBeLessThan(10 * all.length);
});
