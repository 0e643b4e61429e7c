import type { Judged } from './judged.js';

/** Upper limits of the bands of length, in characters; the last band has none. */
const LENGTHS: readonly (readonly [limit: number, name: string])[] = [
  [100, 'under 100 characters'],
  [300, '100 to 299'],
  [1000, '300 to 999'],
  [3000, '1,000 to 2,999'],
  [Infinity, '3,000 and more'],
];

const SCRIPTS = [
  'Latin',
  'Han',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Devanagari',
  'Hangul',
  'Thai',
] as const;
const PATTERNS = new Map<string, RegExp>([
  ...SCRIPTS.map((script): [string, RegExp] => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]),
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
]);

/** Letters of a text that are looked at: its beginning says what it is written in. */
const LOOKED_AT = 4000;

/** What the rates are given by: an answer's band of length, the script of most of its letters, its kind of content. */
export function strataOf(text: string): Judged['strata'] {
  const strata = { length: lengthOf(text), script: scriptOf(text), content: contentOf(text) };
  const key = Object.values(strata).join('\0');
  const known = KNOWN.get(key);
  if (known) return known;
  KNOWN.set(key, strata);
  return strata;
}

/** One object for all texts of one kind, which are kept for a million of them. */
const KNOWN = new Map<string, Judged['strata']>();

function lengthOf(text: string): string {
  return LENGTHS.find(([limit]) => text.length < limit)![1];
}

function scriptOf(text: string): string {
  const start = text.slice(0, LOOKED_AT);
  if (2 * asciiLetters(start) >= start.length && start !== '') return 'Latin';
  let most = 0;
  let found = 'other';
  let left = start.length;
  for (const [script, pattern] of PATTERNS) {
    const letters = start.match(pattern)?.length ?? 0;
    left -= letters;
    if (letters <= most) continue;
    most = letters;
    found = script;
    // Each letter is of one script, so that no other can have more.
    if (most >= left) break;
  }
  return found;
}

function asciiLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const small = text.charCodeAt(at) | 32;
    if (small >= 97 && small <= 122) letters++;
  }
  return letters;
}

const LIST_LINE = /^\s*(?:[-*•]|\d+[.)])\s/;
/** What no line of prose does: it ends as a statement or a block, opens one, assigns, calls, or begins with a tag. */
const CODE_LINE = new RegExp(
  [
    String.raw`[{};]\s*$`,
    String.raw`^\s*(?:async |export |public |private |static )*(?:def|class|for|while|if|elif|else|try|function|const|let|var)\b.*[:(=]`,
    String.raw`^\s*(?:return\b[^.]*$|import [\w{*]+|from \S+ import |#include\b|SELECT |UPDATE |INSERT |FROM |WHERE )`,
    String.raw`^\s*[\w.[\]'"]+\s*[-+*/]?=\s*\S`,
    String.raw`^\s*[\w.]+\(.*\)\s*(?:#.*|//.*)?$`,
    String.raw`^\s*<[/!a-z][^<>]*>`,
  ].join('|'),
);

/** "code" and "maths" where any is marked as such, or half of the lines read as code; "list" where half are items. */
function contentOf(text: string): string {
  if (text.includes('```')) return 'code';
  if (/\$\$|\\\(|\\\[|\\frac|\$[^$\n]*[\\^_=][^$\n]*\$/.test(text)) return 'maths';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const half = (pattern: RegExp) => 2 * lines.filter((line) => pattern.test(line)).length >= lines.length;
  if (lines.length > 2 && half(LIST_LINE)) return 'list';
  return lines.length > 0 && half(CODE_LINE) ? 'code' : 'prose';
}
