import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_ALONE, LAST_ALONE, NOT_PLAIN, plainTable, UNIT } from '../../../src/core/text/plain.js';
import { textReader } from '../../../src/core/text/textReader.js';
import { hashOf } from '../../../src/core/text/tokenHash.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';

/** More than the kernel holds at once. */
const LONG = 300_000;
const TABLES = { folded: plainTable(true), unfolded: plainTable(false) };

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly halves: number;
}

/** The tokens of a line of prose that begins at `base`, unit by unit; undefined if it is not plain. */
function proseOf(line: string, base: number, fold: boolean): Token[] | undefined {
  const table = fold ? TABLES.folded : TABLES.unfolded;
  const tokens: Token[] = [];
  let word = '';
  let seen = 0;
  for (let at = 0; at <= line.length; at++) {
    const code = at < line.length ? line.charCodeAt(at) : 32;
    const letter = table[code]!;
    if (letter !== 0) {
      word += String.fromCharCode(letter & UNIT);
      seen |= letter;
      continue;
    }
    if (seen >= NOT_PLAIN) return undefined;
    const place = base + at;
    if (word !== '') tokens.push({ text: word, start: place - word.length, end: place, halves: 2 });
    if (code >= FIRST_ALONE && code <= LAST_ALONE)
      tokens.push({ text: String.fromCharCode(code), start: place, end: place + 1, halves: 1 });
    word = '';
    seen = 0;
  }
  return tokens;
}

/** The tokens of a line of code that begins at `base`; undefined if it has a sign beyond ASCII. */
function codeOf(line: string, base: number): Token[] | undefined {
  if (/[^\0-\x7f]/.test(line)) return undefined;
  return [...line.matchAll(/\w+|[^\w\s]/g)].map(({ 0: text, index }) => {
    const start = base + index;
    return { text, start, end: start + text.length, halves: 2 };
  });
}

const hashOfText = (text: string): number =>
  hashOf(
    Uint16Array.from(text, (_, at) => text.charCodeAt(at)),
    0,
    text.length,
  );

function naive(line: string, base: number, isCode: boolean, fold: boolean): Token[] | undefined {
  return isCode ? codeOf(line, base) : proseOf(line, base, fold);
}

/** Reads each line as prose or as code, with and without a vocabulary; the first that is not read as the naive way reads it. */
function differing(lines: readonly string[], areCode: readonly boolean[], fold: boolean): string | undefined {
  const reader = textReader();
  for (const vocabulary of [undefined, new Vocabulary()]) {
    reader.open(lines.join('\n'), fold);
    const { list } = reader;
    let from = 0;
    for (const [at, line] of lines.entries()) {
      const isCode = areCode[at] ?? false;
      const { count } = list;
      const to = from + line.length;
      const read = isCode ? reader.readCode(from, to, vocabulary) : reader.readProse(from, to, vocabulary);
      const wanted = naive(line, from, isCode, fold);
      const isSame = (wanted ?? []).every(({ text, start, end, halves }, token) => {
        const place = count + token;
        const id = list.ids[place]!;
        const isText = vocabulary ? vocabulary.textOf(id) === text : id === hashOfText(text);
        const isPlace = list.starts[place] === start && list.ends[place] === end;
        return isText && isPlace && list.halves[place] === halves;
      });
      if (read !== (wanted !== undefined) || list.count - count !== (wanted?.length ?? 0) || !isSame)
        return line;
      from = to + 1;
    }
  }
  return undefined;
}

const tame = fc.constantFrom(
  ...[
    'word',
    'Word',
    'a1',
    'Z',
    '0',
    '2024',
    '_',
    'foo_bar',
    ' ',
    '  ',
    ' ',
    '.',
    '…',
    '—',
    '\r',
    '\t',
    '\0',
  ],
  ...['Été', 'ß', 'жук', 'ЖУК', 'Σας', '字', '学而', 'か', 'ヴ', '한국', 'שלום', '٣٤', 'long'.repeat(50)],
);
const wild = fc.oneof(
  fc.constantFrom('Aж', 'pаypal', 'İ', '２', 'क', '\ud800', '\udc00', '😀', '\u200b', 'e\u0301'),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
  fc.nat(0x7f).map((code) => String.fromCharCode(code)),
);
const between = fc.constantFrom(...Array<string>(40).fill(' '), ', ', '—', '');
const line = fc
  .array(fc.tuple(fc.oneof({ weight: 99, arbitrary: tame }, { weight: 1, arbitrary: wild }), between), {
    maxLength: 60,
    size: 'max',
  })
  .map((pieces) => pieces.flat().join('').replaceAll('\n', ''));

test('reads plain lines as the naive way does, and says which are not plain', () => {
  const counts = { plain: 0, other: 0 };
  fc.assert(
    fc.property(fc.array(line), fc.array(fc.boolean()), fc.boolean(), (lines, areCode, fold) => {
      expect(differing(lines, areCode, fold)).toBeUndefined();
      for (const each of lines) if (each.length > 100) counts[proseOf(each, 0, fold) ? 'plain' : 'other']++;
    }),
    { numRuns: 1000 },
  );
  expect(counts.plain).toBeGreaterThan(300);
  expect(counts.other).toBeGreaterThan(300);
});

test('reads every unit as the table says, alone and where ASCII stands around it', () => {
  for (const around of ['', 'x', 'long words around '])
    for (const fold of [true, false]) {
      const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
      const lines = units.filter((unit) => unit !== '\n').map((unit) => around + unit + around);
      expect(differing(lines, [], fold)).toBeUndefined();
    }
});

test('reads lines of which only a part is held, wherever that ends', () => {
  const words = 'Some words, 字 and слово 12. ';
  const code = 'if (a_1 >= B2) { return; } ';
  for (const unit of [words, code, `${'x'.repeat(997)} `, 'a ', `${'y'.repeat(LONG / 5)} `]) {
    const long = unit.repeat(Math.ceil((2.5 * LONG) / unit.length));
    const lines = ['Before', long, 'Between', `${long}क`, long, 'After'];
    expect(differing(lines, [], true)).toBeUndefined();
    if (unit === code)
      expect(
        differing(['before();', long, 'x', `${long}é`, long], Array(5).fill(true), true),
      ).toBeUndefined();
  }
});

test('leaves a line to others of which no space ends what is held, and reads on after it', () => {
  const reader = textReader();
  const source = `one two\n${'x'.repeat(LONG)} y\nthree`;
  reader.open(source, true);
  expect(reader.readProse(0, 7, undefined)).toBe(true);
  expect(reader.readProse(8, source.length - 6, undefined)).toBe(false);
  expect(reader.list.count).toBe(2);
  expect(reader.readProse(source.length - 5, source.length, undefined)).toBe(true);
  const { ids, starts, count } = reader.list;
  expect([...ids.subarray(0, count)]).toEqual(['one', 'two', 'three'].map(hashOfText));
  expect([...starts.subarray(0, count)]).toEqual([0, 4, source.length - 5]);
});

test('has room for more tokens than it holds units, also for those that others add', () => {
  const lines = Array.from({ length: 9 }, (_, at) => `${at} `.repeat(LONG / 6));
  expect(differing(lines, [], true)).toBeUndefined();
  const { list } = textReader();
  textReader().open('', true);
  for (let at = 0; at < 8 * LONG; at++) list.push(at, at + 1, at + 2, 1 + (at % 2));
  const ends = [0, 1, 2 * LONG, 8 * LONG - 1];
  expect(ends.map((at) => list.ids[at])).toEqual(ends);
  expect(ends.map((at) => list.starts[at])).toEqual(ends.map((at) => at + 1));
  expect(ends.map((at) => list.ends[at])).toEqual(ends.map((at) => at + 2));
  expect(ends.map((at) => list.halves[at])).toEqual(ends.map((at) => 1 + (at % 2)));
  expect(differing(['After', 'that 字'], [], true)).toBeUndefined();
});
