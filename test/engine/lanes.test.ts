import { expect, it } from 'vitest';
import { inLanes } from '../../src/engine/index/lanes.js';

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

it('does all of the work, so many at a time', async () => {
  let asked = 0;
  let running = 0;
  let most = 0;
  const done: number[] = [];
  function* items(): Generator<number> {
    while (asked < 20) yield asked++;
  }
  await inLanes(items(), 3, async (item) => {
    most = Math.max(most, ++running);
    expect(asked).toBeLessThanOrEqual(done.length + 3);
    await later();
    running--;
    done.push(item);
  });
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(most).toBe(3);
});

it('throws what the work throws, and asks for no more then', async () => {
  let asked = 0;
  function* items(): Generator<number> {
    while (asked < 20) yield asked++;
  }
  const work = async (item: number): Promise<void> => {
    await later();
    if (item === 4) throw new Error('four');
  };
  await expect(inLanes(items(), 2, work)).rejects.toThrow('four');
  await later();
  await later();
  expect(asked).toBeLessThan(8);
});

it('waits for the work at hand before it throws what was thrown first', async () => {
  let running = 0;
  const work = async (item: number): Promise<void> => {
    running++;
    for (let turn = 0; turn <= item; turn++) await later();
    running--;
    throw new Error(`item ${item}`);
  };
  await expect(inLanes([3, 0, 5], 3, work)).rejects.toThrow('item 0');
  expect(running).toBe(0);
});
