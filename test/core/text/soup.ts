import fc from 'fast-check';
import type { NormaliseSteps } from '../../../src/shared/run.js';

const PIECES = [
  'word', 'Straße', 'ﬁne', 'e\u0301', 'é', 'Ａｂ', '２²', '“quote”', 'it’s', '—', '…', '\u00a0', '\u3000', 'zero\u200bwidth',
  '\ufeff', '\u200d', 'p\u0430ypal', 'привет', 'αβγ', '学而时习之', 'カﾞ', 'ภาษาไทย', '한국', '\u1100\u1161\u11a8', 'שלום', 'مرحبا',
  '👩‍👩‍👧', '𝐀𝐛', '\ud800', '\udc00', 'İI', 'ΣΑΣ', ' ', '  ', '    ', '\t', '\n', '\n\n', '\r\n', '\u2028', '**', '*', '_', '`', '```',
  '```\n', '\n```\n', '$', '$$', '$x^2$', '# ', '- ', '1. ', '> ', '| a | b |', '[a](b)', 'foo_bar', 'x^2+1', '~~', '\u0301', '10', '.',
]; // prettier-ignore

/** Texts of everything that makes normalisation hard, and of any code units at all. */
export const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

export const anySteps: fc.Arbitrary<NormaliseSteps> = fc.record({
  nfc: fc.boolean(),
  foldForms: fc.boolean(),
  stripFormat: fc.boolean(),
  homoglyphs: fc.boolean(),
  casefold: fc.boolean(),
  markdown: fc.boolean(),
  whitespace: fc.boolean(),
});
