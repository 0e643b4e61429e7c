import { expect, it } from 'vitest';
import { Growing } from '../../../src/io/index/growing.js';

it('keeps every number, however many come alone or together', () => {
  const column = new Growing((size) => new Uint32Array(size));
  const expected: number[] = [];
  for (let at = 0; at < 3000; at++) {
    column.push(at);
    expected.push(at);
    if (at % 500 !== 0) continue;
    const many = Array.from({ length: at }, (_, n) => n);
    column.append(many);
    expected.push(...many);
  }
  expect([...column.taken()]).toEqual(expected);
});
