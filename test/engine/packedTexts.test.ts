import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedMemory } from '../../src/core/index/sharedMemory.js';
import { packTexts, unpackText } from '../../src/engine/index/packedTexts.js';

it('gives every text back as it was, lone surrogates and bytes that are no UTF-8 included, in memory that is used again', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  const memory = new SharedMemory();
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const packed = packTexts(texts, memory, 'texts');
      expect(texts.map((_, number) => unpackText(packed, number))).toEqual(texts);
    }),
  );
});
