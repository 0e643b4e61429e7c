import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, sourceSpan } from '../../../src/core/text/normalise.js';
import { DEFAULT_PARAMETERS, type NormaliseSteps } from '../../../src/shared/run.js';
import { anySteps, soup } from './soup.js';

const ALL = DEFAULT_PARAMETERS.normalise;
const NONE: NormaliseSteps = {
  nfc: false,
  foldForms: false,
  stripFormat: false,
  homoglyphs: false,
  casefold: false,
  markdown: false,
  whitespace: false,
};
const textOf = (source: string, steps: NormaliseSteps = ALL): string => normalise(source, steps).text;

test('maps are as long as the text, monotone and inside the source, for every combination of steps', () => {
  fc.assert(
    fc.property(soup, anySteps, (source, steps) => {
      const { text, starts, ends } = normalise(source, steps);
      expect(starts.length).toBe(text.length);
      expect(ends.length).toBe(text.length);
      for (let at = 0; at < text.length; at++) {
        expect(ends[at]).toBeGreaterThan(starts[at]!);
        expect(ends[at]).toBeLessThanOrEqual(source.length);
        if (at > 0) expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1]!);
        if (at > 0) expect(ends[at]).toBeGreaterThanOrEqual(ends[at - 1]!);
      }
    }),
    { numRuns: 1000 },
  );
});

test('without steps the text stays, unit by unit', () => {
  fc.assert(
    fc.property(soup, (source) => {
      const found = normalise(source, NONE);
      expect(found.text).toBe(source);
      const starts = Array.from({ length: source.length }, (_, at) =>
        /^[\ud800-\udbff][\udc00-\udfff]$/.test(source.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at,
      );
      expect([...found.starts]).toEqual(starts);
    }),
  );
});

test('a text of many thousand units stays whole', () => {
  const long = Array.from({ length: 30_000 }, (_, at) => String.fromCharCode(97 + ((at * at) % 23))).join('');
  expect(textOf(long, NONE)).toBe(long);
  expect(textOf(long)).toBe(long);
});

test('NFC by clusters is NFC', () => {
  fc.assert(
    fc.property(soup, (source) => {
      expect(textOf(source, { ...NONE, nfc: true })).toBe(source.normalize('NFC'));
    }),
    { numRuns: 1000 },
  );
  expect(textOf('\u1100\u1161\u11a8', { ...NONE, nfc: true })).toBe('각');
});

test('typographic forms are folded and 2² is not 22', () => {
  expect(textOf('“ﬁｎｅ”—２²…\u00a0x')).toBe('"fine"-2²... x');
});

test('format characters go and those inside words are counted', () => {
  const found = normalise('ze\u200bro wi\u00addth \ufeff👩‍👩‍👧', ALL);
  expect(found.text).toBe('zero width 👩👩👧');
  expect(found.stripped).toBe(2);
});

test('look-alikes are folded in mixed words only, and counted', () => {
  const found = normalise('p\u0430yp\u0430l привет сосо', ALL);
  expect(found.text).toBe('paypal привет сосо');
  expect(found.folded).toBe(2);
  expect(normalise('p\u0430ypal', { ...ALL, homoglyphs: false }).text).toBe('p\u0430ypal');
});

test('case is folded beyond ASCII', () => {
  expect(textOf('STRASSE Straße ΣΑΣ σας')).toBe('strasse strasse σασ σασ');
});

test('Markdown marks go, arithmetic and names stay', () => {
  expect(textOf('# Title\n\n- **one**\n2. _two_\n> three\n---\n| a | b |')).toBe('title one two three a b');
  expect(textOf('2 * 3 foo_bar 2*3')).toBe('2 * 3 foo_bar 2*3');
  expect(textOf('see [this](there)')).toBe('see this(there)');
  expect(textOf('2019. A year')).toBe('2019. a year');
});

test('code and formulas keep case and marks; prices are no formulas', () => {
  expect(textOf('Say:\n```js\nconst A = b_c ** 2;\n```\nDone')).toBe('say: js const A = b_c ** 2; done');
  expect(textOf('Text\n\n    Let X = *p\n\nMore')).toBe('text Let X = *p more');
  expect(textOf('So $X_1$ IS')).toBe('so $X_1$ is');
  expect(textOf('From $5 TO $10')).toBe('from $5 to $10');
});

test('a span of the normalised text leads to its source', () => {
  const source = 'A  “ﬁne” p\u200be\u0301t';
  const found = normalise(source, ALL);
  const at = found.text.indexOf('pét');
  expect(source.slice(...sourceSpan(found, at, at + 3))).toBe('p\u200be\u0301t');
  expect(sourceSpan(found, 0, 0)).toEqual([0, 0]);
});
