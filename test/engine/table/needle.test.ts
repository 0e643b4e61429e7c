import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../../src/engine/table/excerpt.js';
import { Needle } from '../../../src/engine/table/needle.js';

/** Letters with odd lower cases (Kelvin sign, dotted capital I, sigma at a word's end) among plain ones. */
const letters = fc.constantFrom(
  'a',
  'K',
  'k',
  '\u212a',
  '\u0130',
  'i',
  'Σ',
  'σ',
  'ß',
  '語',
  '"',
  '\\',
  '/',
  '1',
  'e',
  '.',
  ' ',
);
const text = fc.string({ unit: letters, maxLength: 8 });
const value = fc.record({
  prompt: text,
  n: fc.oneof(fc.integer(), fc.double({ noNaN: true })),
  list: fc.array(text),
});
const needles = fc.record({
  text: fc.string({ unit: letters, minLength: 1, maxLength: 3 }),
  matchCase: fc.boolean(),
});

/** JSON as Python's json.dumps writes it: every character beyond ASCII, and sometimes others, as an escape. */
function escapedJson(from: unknown, beyond: RegExp): string {
  return JSON.stringify(from).replace(beyond, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('A needle', () => {
  test('never passes over bytes that hold it, however they are escaped', () => {
    fc.assert(
      fc.property(
        value,
        needles,
        fc.constantFrom(/[^\x20-\x7e]/gu, /[Kkai]/g, /$^/g),
        (record, find, beyond) => {
          const needle = new Needle(find);
          const bytes = Buffer.from(escapedJson(record, beyond));
          if (needle.inValue(record)) expect(needle.skips(bytes, 'jsonl')).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('passes over bytes that do not hold it', () => {
    const needle = new Needle({ text: 'Moon', matchCase: false });
    expect(needle.skips(Buffer.from('{"a":"the sun and the M\\u00fcller"}'), 'jsonl')).toBe(true);
    expect(needle.skips(Buffer.from('{"a":"the mOON"}'), 'jsonl')).toBe(false);
    expect(new Needle({ text: 'Moon', matchCase: true }).skips(Buffer.from('{"a":"moon"}'), 'jsonl')).toBe(
      true,
    );
  });

  test('is text, not a pattern, and is looked for in values only', () => {
    expect(new Needle({ text: '.*', matchCase: false }).inValue({ a: 'abc' })).toBe(false);
    expect(new Needle({ text: 'prompt', matchCase: false }).inValue({ prompt: 'abc' })).toBe(false);
    expect(new Needle({ text: '12', matchCase: false }).inValue({ list: [{ n: 312 }] })).toBe(true);
  });
});

describe('An excerpt', () => {
  test('is one line, cut between characters', () => {
    expect(excerpt('  one\n\n two\tthree ', undefined)).toBe('one two three');
    const long = excerpt('𝒳'.repeat(500), undefined);
    expect(long).toMatch(/^(?:𝒳)+…$/u);
  });

  test('begins shortly before what was found, if its beginning does not show it', () => {
    const text = `${'word '.repeat(1000)}Needle ${'word '.repeat(1000)}`;
    expect(excerpt(text, new Needle({ text: 'needle', matchCase: false }))).toMatch(/^….{30,50}Needle/);
    expect(excerpt('Needle at the start', new Needle({ text: 'needle', matchCase: false }))).toMatch(
      /^Needle/,
    );
  });
});
