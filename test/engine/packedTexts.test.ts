import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedMemory } from '../../src/core/index/sharedMemory.js';
import { TextPacker, unpackText } from '../../src/engine/index/packedTexts.js';

it('gives every text back as it was, lone surrogates and bytes that are no UTF-8 included, in memory that is used again', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  const memory = new SharedMemory();
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const packer = new TextPacker(memory, 'texts');
      texts.forEach((text, number) => expect(packer.add(text)).toBe(number));
      expect(texts.map((_, number) => packer.at(number))).toEqual(texts);
      const packed = packer.finish();
      expect(texts.map((_, number) => unpackText(packed, number))).toEqual(texts);
    }),
  );
});

it('keeps what is packed when it takes more memory, and says it while more is added', () => {
  const packer = new TextPacker(new SharedMemory(64), 'texts');
  const texts = Array.from({ length: 400 }, (_, at) => `${at} `.repeat(200) + (at % 3 === 0 ? '\u4e2d' : ''));
  texts.forEach((text, number) => {
    packer.add(text);
    expect(packer.at(number >> 1)).toBe(texts[number >> 1]);
  });
  const packed = packer.finish();
  expect(texts.map((_, number) => unpackText(packed, number))).toEqual(texts);
});
