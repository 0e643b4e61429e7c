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
/** As it is before it is folded. */
const WIDE_PAREN_CLOSE = 0xff09;
const UNDERSCORE = 95;
const BACKTICK = 96;
const PIPE = 124;
const TILDE = 126;
const EMPHASIS = new Set([STAR, UNDERSCORE, TILDE, BACKTICK]);
/** 1 for signs that may be marks inside a line. */
const IN_LINE = new Uint8Array(0x10000);
for (const sign of [...EMPHASIS, PIPE, BRACKET_OPEN, BRACKET_CLOSE]) IN_LINE[sign] = 1;
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
  return (close === 46 || close === 41 || close === WIDE_PAREN_CLOSE) && isSpace(codeAt(text, at + 1))
    ? skipSpace(text, at + 1, to)
    : mark;
}

type Text = string | Uint16Array;

function codeAt(text: Text, at: number): number {
  return typeof text === 'string' ? text.charCodeAt(at) : text[at]!;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** False if the line surely has no mark that {@link dropMarks} would drop. */
export function mayHaveMarks({ codes, zones, length }: UnitBuffer): boolean {
  if (length === 0) return false;
  if (zones[0] === 0 && (isRule(codes, length) || afterOpeningMarks(codes, 0, length) > 0)) return true;
  for (let at = 0; at < length; at++) if (IN_LINE[codes[at]!] === 1) return true;
  return false;
}

/** Copies one line without its Markdown marks; what lies in code and formulas stays. */
export function dropMarks(line: UnitBuffer, output: UnitBuffer): void {
  const { codes, zones, length } = line;
  if (length === 0) return;
  if (zones[0] === 0 && isRule(codes, length)) return;
  let at = zones[0] === 0 ? afterOpeningMarks(codes, 0, length) : 0;
  const table = zones[0] === 0 && codes[at] === PIPE;
  const link = hasLink(codes, length);
  let dropped = -1;
  while (at < length) {
    const end = endOfRun(line, at);
    if (zones[at] === 0 && isMark(line, at, end, table, link)) {
      if (dropped < 0) dropped = at;
      at = end;
      continue;
    }
    // A space in place of marks that part words, so that none are joined.
    if (dropped >= 0 && isWord(output.codes, output.length - 1, output.length) && isWord(codes, at, length))
      output.push(SPACE, line.starts[dropped]!, line.ends[at - 1]!, 0);
    dropped = -1;
    while (at < end) output.copy(line, at++);
  }
}

/** Units from `at` on that are one mark: a run of equal emphasis signs, else one unit. */
function endOfRun({ codes, zones, length }: UnitBuffer, at: number): number {
  let end = at + 1;
  if (zones[at] === 0 && EMPHASIS.has(codes[at]!))
    while (end < length && codes[end] === codes[at] && zones[end] === 0) end++;
  return end;
}

function isMark(line: UnitBuffer, at: number, end: number, table: boolean, link: boolean): boolean {
  const code = line.codes[at]!;
  if (EMPHASIS.has(code)) return isEmphasis(line, at, end);
  if (code === PIPE) return table;
  return link && (code === BRACKET_OPEN || (code === BRACKET_CLOSE && line.codes[at + 1] === PAREN_OPEN));
}

/** Signs between two words or between spaces are text (`foo_bar`, `2 * 3`), and so is a single tilde. */
function isEmphasis({ codes, length }: UnitBuffer, at: number, end: number): boolean {
  if (isWord(codes, at - 1, length) && isWord(codes, end, length)) return false;
  if (end - at >= 3) return true;
  const alone = (at === 0 || isSpace(codes[at - 1])) && (end === length || isSpace(codes[end]));
  return !alone && !(codes[at] === TILDE && end - at < 2);
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
