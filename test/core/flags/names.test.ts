import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameList, plain } from '../../../src/core/flags/swappedNames.js';

const words = fc
  .array(fc.constantFrom('gpt', 'GPT', '4', '3.5', '-', 'open', 'ai', ', ', 'x', '豆包'), { maxLength: 9 })
  .map((parts) => parts.join(' '));

test('names are found as whole words, each as the longest of the list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(words.map(plain), { maxLength: 6 }), words, (names, text) => {
      const inside = (name: string, other: string) => ` ${other} `.includes(` ${name} `);
      const there = names.filter((name) => name !== '' && inside(name, plain(text)));
      const longest = there.filter((name) => !there.some((other) => other !== name && inside(name, other)));
      expect(new NameList(names).in(text).sort()).toEqual(longest.sort());
    }),
    { numRuns: 2000 },
  );
});
