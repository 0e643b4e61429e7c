import { CHARACTER, classOf, MARK, WORD } from './characters.js';
import type { UnitBuffer } from './unitBuffer.js';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const GREATER = 62;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const PAREN_OPEN = 40;
const UNDERSCORE = 95;
const BACKTICK = 96;
const PIPE = 124;
const TILDE = 126;
const RULE = new Set([SPACE, TAB, 13, STAR, 45, UNDERSCORE, 61, PIPE, 58, 43]);

/** Where the text after a line's opening marks starts: after quote, heading, bullet or `1.` marks. */
export function afterOpeningMarks(text: Text, from: number, to: number): number {
  let at = skipSpace(text, from, to);
  while (at < to && codeAt(text, at) === GREATER) at = skipSpace(text, at + 1, to);
  const mark = at;
  while (at < to && codeAt(text, at) === HASH) at++;
  if (at > mark)
    return at - mark <= 6 && at < to && isSpace(codeAt(text, at)) ? skipSpace(text, at, to) : mark;
  if (at + 1 >= to) return mark;
  const code = codeAt(text, at);
  if (code === 45 || code === STAR || code === 43)
    return isSpace(codeAt(text, at + 1)) ? skipSpace(text, at + 1, to) : mark;
  // Three digits at most, so that a line that starts with a year keeps it.
  while (at < to && at - mark < 3 && isDigit(codeAt(text, at))) at++;
  if (at === mark || at + 1 >= to) return mark;
  const close = codeAt(text, at);
  return (close === 46 || close === 41) && isSpace(codeAt(text, at + 1)) ? skipSpace(text, at + 1, to) : mark;
}

type Text = string | Uint16Array;

function codeAt(text: Text, at: number): number {
  return typeof text === 'string' ? text.charCodeAt(at) : text[at]!;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Copies one line without its Markdown marks; what lies in code and formulas stays. */
export function dropMarks(line: UnitBuffer, output: UnitBuffer): void {
  const { codes, zones, length } = line;
  if (length === 0) return;
  if (zones[0] === 0 && isRule(codes, length)) return;
  let at = zones[0] === 0 ? afterOpeningMarks(codes, 0, length) : 0;
  const table = zones[0] === 0 && codes[at] === PIPE;
  const link = hasLink(codes, length);
  while (at < length) {
    const code = codes[at]!;
    if (zones[at] === 1) {
      output.copy(line, at++);
    } else if (code === STAR || code === UNDERSCORE || code === TILDE || code === BACKTICK) {
      at = dropEmphasis(line, at, output);
    } else if ((table && code === PIPE) || (link && code === BRACKET_CLOSE && codes[at + 1] === PAREN_OPEN)) {
      // A space in its place, since the mark parts words.
      output.push(SPACE, line.starts[at]!, line.ends[at]!, 0);
      at++;
    } else if (link && code === BRACKET_OPEN) {
      at++;
    } else {
      output.copy(line, at++);
    }
  }
}

/** Marks at the edge of a word go; between two words or between spaces they are text (`foo_bar`, `2 * 3`). */
function dropEmphasis(line: UnitBuffer, at: number, output: UnitBuffer): number {
  const { codes, length } = line;
  let end = at;
  while (end < length && codes[end] === codes[at] && line.zones[end] === 0) end++;
  const inside = isWord(codes, at - 1, length) && isWord(codes, end, length);
  const alone = (at === 0 || isSpace(codes[at - 1])) && (end === length || isSpace(codes[end]));
  const fence = end - at >= 3;
  if (inside || (alone && !fence) || (codes[at] === TILDE && end - at < 2))
    for (let i = at; i < end; i++) output.copy(line, i);
  return end;
}

function isWord(codes: Uint16Array, at: number, length: number): boolean {
  if (at < 0 || at >= length) return false;
  const kind = classOf(codes[at]!);
  // Half of a surrogate pair: letters outside the basic plane count as words.
  return kind === WORD || kind === CHARACTER || kind === MARK || (codes[at]! & 0xf800) === 0xd800;
}

function isRule(codes: Uint16Array, length: number): boolean {
  let marks = 0;
  for (let at = 0; at < length; at++) {
    if (!RULE.has(codes[at]!)) return false;
    if (!isSpace(codes[at])) marks++;
  }
  return marks >= 3;
}

function hasLink(codes: Uint16Array, length: number): boolean {
  for (let at = 1; at < length; at++)
    if (codes[at] === PAREN_OPEN && codes[at - 1] === BRACKET_CLOSE) return true;
  return false;
}

function isSpace(code: number | undefined): boolean {
  return code === SPACE || code === TAB || code === 13 || code === 10;
}

function skipSpace(text: Text, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(codeAt(text, at))) at++;
  return at;
}
