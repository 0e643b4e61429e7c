import { expect, test } from 'vitest';
import { UnitBuffer } from '../../../src/core/text/unitBuffer.js';

test('keeps the room of a text for the next one, but not that of a huge one', () => {
  const buffer = new UnitBuffer();
  const roomAfter = (units: number): number => {
    buffer.pushText('x'.repeat(units), 0, 1, 0);
    buffer.clear();
    expect(buffer.length).toBe(0);
    return buffer.codes.length;
  };
  expect(roomAfter(10_000)).toBeGreaterThanOrEqual(10_000);
  expect(roomAfter(10)).toBeGreaterThanOrEqual(10_000);
  expect(roomAfter(1 << 20)).toBeLessThan(1000);
  buffer.push(65, 0, 1, 0);
  expect([buffer.codes[0], buffer.starts[0], buffer.ends[0]]).toEqual([65, 0, 1]);
});
