import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEYOND, FIRST_ALONE, LAST_ALONE, plainTable, UNIT } from '../../../src/core/text/plain.js';
import { tokenise, Tokeniser } from '../../../src/core/text/tokenise.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { findZones } from '../../../src/core/text/zones.js';
import { DEFAULT_PARAMETERS, type NormaliseSteps } from '../../../src/shared/run.js';
import { anySteps, soup } from './soup.js';

const ALL = DEFAULT_PARAMETERS.normalise;

/** A word that sends the line it stands in the long way. */
const LONG = 'क';

function words(source: string, steps: NormaliseSteps = ALL): string[] {
  const vocabulary = new Vocabulary();
  return [...tokenise(source, steps, vocabulary).ids].map((id) => vocabulary.textOf(id));
}

test('the slice of each token outside code is that token again', () => {
  fc.assert(
    fc.property(soup, anySteps, (source, steps) => {
      const vocabulary = new Vocabulary();
      const tokens = tokenise(source, steps, vocabulary);
      const zones = findZones(source);
      let before = 0;
      for (let at = 0; at < tokens.count; at++) {
        const start = tokens.starts[at]!;
        const end = tokens.ends[at]!;
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(source.length);
        expect(start).toBeGreaterThanOrEqual(before);
        before = start;
        if (zones.some((edge, i) => i % 2 === 0 && edge < end && zones[i + 1]! > start)) continue;
        const again = tokenise(source.slice(start, end), steps, vocabulary);
        // A mark that composes with a sign shares its place with it and with its other marks.
        expect([...again.ids]).toContain(tokens.ids[at]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the short way for plain lines gives what the long way gives', () => {
  const table = plainTable(true);
  const signs = [...table.keys()].filter(
    (code) => code >= 0x80 && table[code] === 0 && (code < FIRST_ALONE || code > LAST_ALONE),
  );
  expect(signs.length).toBeGreaterThan(40);
  const plain = fc
    .array(
      fc.constantFrom(
        'Word',
        'a1',
        ' ',
        '\n',
        '1. ',
        '12) ',
        '- ',
        '**',
        '_',
        '# ',
        '> ',
        '.',
        '|',
        '   ',
        '2019. ',
        '1） ',
        'Été',
        'Ñ',
        '字',
        'か',
        'ヴ',
        'Ёлка',
        'ΣΊΓΜΑς',
        'Aж',
        'مرحبا',
        'שלום',
        '한국어',
        '٣٤',
        ...signs.map((sign) => String.fromCharCode(sign)),
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(plain, anySteps, (source, steps) => {
      const long = source.replace(/\n|$/g, ` ${LONG}$&`);
      // The letter also fills blank lines, after which indented code starts.
      fc.pre(findZones(source).length === 0);
      const found = words(long, steps).filter((word) => word !== LONG);
      expect(words(source, steps)).toEqual(found);
      const places = ({ starts, ends }: { starts: Uint32Array; ends: Uint32Array }) =>
        [...starts].map((start, at) => `${start} ${ends[at]}`);
      const short = places(tokenise(source, steps, new Vocabulary()));
      const way = tokenise(long, steps, new Vocabulary());
      // Each line before a place of the long way is two units longer.
      const moved = [...way.starts].flatMap((start, at) => {
        const before = 2 * (long.slice(0, start).split('\n').length - 1);
        const isAdded = long.slice(start, way.ends[at]) === LONG;
        return isAdded ? [] : [`${start - before} ${way.ends[at]! - before}`];
      });
      expect(short).toEqual(moved);
    }),
    { numRuns: 3000 },
  );
});

test('characters that are words by themselves are the same the long way, one by one', () => {
  const table = plainTable(true);
  const alone = [...table.keys()].filter((code) => code >= FIRST_ALONE && code <= LAST_ALONE);
  const plain = alone.filter((code) => table[code] === 0).map((code) => String.fromCharCode(code));
  expect(plain.length).toBeGreaterThan(20_000);
  const vocabulary = new Vocabulary();
  const short = tokenise(plain.join(''), ALL, vocabulary);
  // A line as long goes the long way as a whole.
  const long = tokenise(`${plain.join('')}${LONG}`, ALL, vocabulary);
  expect(short.count).toBe(plain.length);
  expect([...long.ids.subarray(0, -1)]).toEqual([...short.ids]);
  expect([...long.halves.subarray(0, -1)]).toEqual([...short.halves]);
  expect([...short.ids].map((id) => vocabulary.textOf(id))).toEqual(plain);
});

test('every letter is the same the long way, alone and beside a Latin one, with case folded and as it is', () => {
  for (const casefold of [true, false]) {
    const steps = { ...ALL, casefold };
    const table = plainTable(casefold);
    const letters = [...table.keys()].filter((code) => table[code] !== 0 && table[code]! < BEYOND);
    expect(letters.length).toBeGreaterThan(12_000);
    for (const before of ['', 'a', 'ж', '٣']) {
      const source = letters.map((code) => `${before}${String.fromCharCode(code)}`).join(' ');
      const long = letters.map((code) => `${before}${String.fromCharCode(code)} ${LONG}`).join('\n');
      const found = words(source, steps);
      expect(found).toEqual(words(long, steps).filter((word) => word !== LONG));
      expect(found).toHaveLength(letters.length);
      if (before === '')
        expect(found).toEqual(letters.map((code) => String.fromCharCode(table[code]! & UNIT)));
    }
  }
});

test.each([
  'Русский язык, «ёлки» — 5 штук № 3.',
  'Ελληνικά: Σίσυφος ς;',
  'Tiếng Việt, ĐẸP lắm!',
  'Слово and word, дом2 и 3D',
  'مرحبا، كيف حالك؟',
  'שלום־עולם',
  '한국어 문장.',
])('goes the short way: %s', (source) => {
  const vocabulary = new Vocabulary();
  const list = new Tokeniser(ALL, vocabulary).scan(source);
  expect(list.count).toBeGreaterThan(1);
  // The long way says that it was gone.
  expect(list.plain).toBe(true);
  expect(new Tokeniser(ALL, vocabulary).scan(`${source} ${LONG}`).plain).toBe(false);
});

test('the short way for lines of code gives what the long way gives', () => {
  const line = fc
    .array(fc.oneof(fc.constantFrom('name', 'a_1', ' ', '  ', '_', 'If'), fc.string({ minLength: 1 })))
    .map((pieces) => pieces.join('').replace(/[^\0-\x7f]|[\n`]/g, ''));
  fc.assert(
    fc.property(fc.array(line), anySteps, (lines, steps) => {
      const fenced = (each: string): string => ['```', ...lines.map((one) => one + each), '```'].join('\n');
      const short = fenced('');
      const found = tokenise(short, steps, new Vocabulary());
      const places = [...found.starts].map((start, at) => short.slice(start, found.ends[at]));
      const long = words(fenced(` ${LONG}`), steps).filter((word) => word !== LONG);
      expect(words(short, steps)).toEqual(long);
      expect(places).toEqual(long);
      expect(places).toEqual(lines.join('\n').match(/\w+|[^\w\s]/g) ?? []);
    }),
    { numRuns: 2000 },
  );
});

test('words by Unicode rules, characters where scripts have no spaces', () => {
  expect(words("Don't stop: naïve x2 שלום مرحبا")).toEqual([
    'don',
    't',
    'stop',
    'naïve',
    'x2',
    'שלום',
    'مرحبا',
  ]);
  const vocabulary = new Vocabulary();
  const tokens = tokenise('学而 abc カ', ALL, vocabulary);
  expect([...tokens.halves]).toEqual([1, 1, 2, 1]);
  expect(tokens.weight).toBe(2.5);
  expect([...tokens.sums]).toEqual([0, 1, 2, 4, 5]);
});

test('operators are tokens in code and formulas', () => {
  expect(words('```\nx^2+1\n```')).toEqual(['x', '^', '2', '+', '1']);
  expect(words('$x^2+1$')).not.toEqual(words('$x*2-1$'));
  expect(words('x^2+1')).toEqual(['x', '2', '1']);
  expect(words('```\nFoo_bar\n```')).toEqual(['Foo_bar']);
});

test('list numbers are no tokens, with or without letters beyond ASCII in the line', () => {
  expect(words('1. One\n2. Zwölf')).toEqual(['one', 'zwölf']);
});

test('disguised words are the plain words', () => {
  expect(words('p\u0430ypal ze\u200bro ﬁne Ａb')).toEqual(['paypal', 'zero', 'fine', 'ab']);
});

test('a vocabulary tells all tokens apart and keeps their hashes', () => {
  const vocabulary = new Vocabulary();
  const other = new Vocabulary();
  const tokens = Array.from({ length: 20_000 }, (_, i) => `t${i}`);
  const ids = tokens.map((token) => vocabulary.idOf(token));
  expect(new Set(ids).size).toBe(tokens.length);
  tokens.toReversed().forEach((token) => other.idOf(token));
  for (const token of tokens.slice(0, 500)) {
    expect(vocabulary.textOf(vocabulary.idOf(token))).toBe(token);
    expect(vocabulary.first[vocabulary.idOf(token)]).toBe(other.first[other.idOf(token)]);
    expect(vocabulary.second[vocabulary.idOf(token)]).toBe(other.second[other.idOf(token)]);
  }
});

test('without a vocabulary the hashes of tokens stand in the place of their numbers', () => {
  fc.assert(
    fc.property(soup, anySteps, (source, steps) => {
      const vocabulary = new Vocabulary();
      const { ids } = tokenise(source, steps, vocabulary);
      const hashes = [...ids].map((id) => vocabulary.first[id]);
      expect([...new Tokeniser(steps).tokenise(source).ids]).toEqual(hashes);
    }),
    { numRuns: 500 },
  );
});

test('tokens of a text stay what they are when another is read, by whichever tokeniser', () => {
  const vocabulary = new Vocabulary();
  const tokens = tokenise('one two three', ALL, vocabulary);
  const before = structuredClone(tokens);
  tokenise('four '.repeat(100), ALL, vocabulary);
  expect(tokens).toEqual(before);
});
