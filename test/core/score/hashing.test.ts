import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../../../src/core/score/hashing.js';

/** Longer than what is hashed at a time, with characters of one to four bytes. */
const LONG = 'añ文😀b'.repeat(10_000);

describe('hashText', () => {
  it('is the same for equal strings, however they were put together and whatever came before', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 9 });
    fc.assert(
      fc.property(texts, (pieces) => {
        hashText(LONG);
        const whole = hashText(pieces.join(''));
        hashText('x'.repeat(800));
        expect(hashText(pieces.reduce((text, piece) => text + piece, ''))).toBe(whole);
        expect(Number.isSafeInteger(whole) && whole >= 0).toBe(true);
      }),
    );
  });

  it('differs wherever one character does', () => {
    const hashes = new Set([hashText(LONG)]);
    const places = Array.from({ length: 600 }, (_, at) => Math.floor((at * LONG.length) / 600));
    for (const at of places) hashes.add(hashText(`${LONG.slice(0, at)}x${LONG.slice(at + 1)}`));
    expect(hashes.size).toBe(places.length + 1);
  });

  it('differs by what is missing or zero at the end', () => {
    const texts = ['', '\0', '\0\0', '\0\0\0', 'a', 'a\0', 'a\0\0', 'ab', 'ab\0', 'abc', 'abcd', 'abcd\0'];
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
    expect(new Set(texts.map((text) => Math.floor(hashText(text) / 2 ** 32))).size).toBe(texts.length);
    expect(new Set(texts.map((text) => hashText(text) % 2 ** 32)).size).toBe(texts.length);
  });

  it('spreads texts that differ in little', () => {
    const count = 200_000;
    const lows = new Uint8Array(1 << 16);
    const hashes = new Set<number>();
    for (let at = 0; at < count; at++) {
      const hash = hashText(`answer ${at}`);
      hashes.add(hash);
      lows[hash % lows.length] = 1;
    }
    expect(hashes.size).toBe(count);
    // Of 65,536 slots 200,000 random hashes leave e^-3.05, or 3,100, empty.
    const empty = lows.reduce((sum, one) => sum + 1 - one, 0);
    expect(empty).toBeGreaterThan(2800);
    expect(empty).toBeLessThan(3400);
  });
});
