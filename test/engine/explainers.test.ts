import { expect, it } from 'vitest';
import { SharedMemory } from '../../src/core/index/sharedMemory.js';
import type { Explainer } from '../../src/core/match/prepare.js';
import { explainerAt, ExplainerPacker } from '../../src/engine/index/explainers.js';

it('keeps each text once for each reason and name', () => {
  const explainers: Explainer[] = [
    { reason: 'control', text: 'wild yeast' },
    { reason: 'template', text: 'wild yeast', name: 'bread.md' },
    { reason: 'template', text: 'wild yeast', name: 'other.md' },
    { reason: 'control', text: '野酵母 \ud800' },
    { reason: 'control', text: '' },
  ];
  const packer = new ExplainerPacker(new SharedMemory());
  const numbers = explainers.map((one) => packer.numberOf(one));
  expect(numbers).toEqual([0, 1, 2, 3, 4]);
  expect(explainers.map((one) => packer.numberOf({ ...one }))).toEqual(numbers);
  const packed = packer.finish();
  expect(numbers.map((number) => explainerAt(packed, number))).toEqual(explainers);
  expect(packer.units).toBe(3 * 'wild yeast'.length + 5);
});
