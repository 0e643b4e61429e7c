/** Where case and punctuation carry meaning: fenced code, indented code and formulas between dollar signs. */

const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;
const BACKTICK = 96;
const TILDE = 126;
const DOLLAR = 36;
const BACKSLASH = 92;

/** Starts and ends of the zones in UTF-16 code units, alternating, ascending, not overlapping. */
export type Zones = readonly number[];

const NONE: Zones = [];

/**
 * The code and formula zones of a Markdown text. Fences as in CommonMark but at any indentation, since models
 * indent them below list items; indented code only after a blank line and outside lists; `$…$` by Pandoc's rule
 * (no space inside the signs, no digit after), so that "$5 and $10" is prose.
 */
export function findZones(source: string): Zones {
  const fenced = source.includes('```') || source.includes('~~~');
  const dollars = source.includes('$');
  const indented = source.includes('\n    ') || source.includes('\n\t');
  if (!fenced && !dollars && !indented) return NONE;
  const zones: number[] = [];
  findLineZones(source, zones);
  return dollars ? withFormulas(source, zones) : zones;
}

interface Fence {
  readonly sign: number;
  readonly length: number;
}

function findLineZones(source: string, zones: number[]): void {
  let open: Fence | undefined;
  let openFrom = 0;
  let blankBefore = false;
  let codeBefore = false;
  let inList = false;
  for (let from = 0; from < source.length;) {
    const newline = source.indexOf('\n', from);
    const to = newline < 0 ? source.length : newline;
    let at = from;
    while (at < to && (source.charCodeAt(at) === SPACE || source.charCodeAt(at) === TAB)) at++;
    const fence = fenceAt(source, at, to);
    if (open !== undefined) {
      if (
        fence?.sign === open.sign &&
        fence.length >= open.length &&
        onlySpace(source, at + fence.length, to)
      ) {
        addZone(zones, openFrom, from);
        open = undefined;
      }
    } else if (fence !== undefined) {
      open = fence;
      openFrom = Math.min(to + 1, source.length);
      blankBefore = false;
      codeBefore = false;
    } else if (onlySpace(source, at, to)) {
      blankBefore = true;
    } else {
      const indented = at - from >= 4 || source.charCodeAt(from) === TAB;
      if (!indented) inList = LIST_ITEM.test(source.slice(at, at + 5)) || (inList && at > from);
      codeBefore = indented && !inList && (blankBefore || codeBefore);
      if (codeBefore) addZone(zones, from, to);
      blankBefore = false;
    }
    from = to + 1;
  }
  if (open !== undefined) addZone(zones, openFrom, source.length);
}

const LIST_ITEM = /^(?:[-*+]|\d{1,3}[.)])[ \t]/;

function addZone(zones: number[], start: number, end: number): void {
  if (end > start) zones.push(start, end);
}

function fenceAt(source: string, at: number, end: number): Fence | undefined {
  const sign = source.charCodeAt(at);
  if (sign !== BACKTICK && sign !== TILDE) return undefined;
  let to = at;
  while (to < end && source.charCodeAt(to) === sign) to++;
  if (to - at < 3) return undefined;
  // ```code``` on one line is a span, no fence.
  if (sign === BACKTICK)
    for (let i = to; i < end; i++) if (source.charCodeAt(i) === BACKTICK) return undefined;
  return { sign, length: to - at };
}

function onlySpace(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code !== SPACE && code !== TAB && code !== 13) return false;
  }
  return true;
}

/** Adds the formulas that lie between the zones, keeping the order. */
function withFormulas(source: string, zones: Zones): Zones {
  const all: number[] = [];
  let from = 0;
  for (let i = 0; i < zones.length; i += 2) {
    findFormulas(source, from, zones[i]!, all);
    all.push(zones[i]!, zones[i + 1]!);
    from = zones[i + 1]!;
  }
  findFormulas(source, from, source.length, all);
  return all;
}

/** A sign that does not close at once opens nothing, which keeps the search linear. */
function findFormulas(source: string, from: number, to: number, zones: number[]): void {
  let open = nextDollar(source, from, to);
  while (open < to) {
    const display = source.charCodeAt(open + 1) === DOLLAR && open + 1 < to;
    const start = open + (display ? 2 : 1);
    const close = nextDollar(source, start, to);
    if (close < to && (display ? closesDisplay(source, start, close) : closesInline(source, start, close))) {
      addZone(zones, start, close);
      open = nextDollar(source, close + (display ? 2 : 1), to);
    } else {
      open = close;
    }
  }
}

function nextDollar(source: string, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (source.charCodeAt(at) === DOLLAR && (at === 0 || source.charCodeAt(at - 1) !== BACKSLASH)) return at;
  return to;
}

function closesDisplay(source: string, start: number, close: number): boolean {
  return source.charCodeAt(close + 1) === DOLLAR && !source.slice(start, close).includes('\n\n');
}

function closesInline(source: string, start: number, close: number): boolean {
  if (close === start || isSpace(source.charCodeAt(start)) || isSpace(source.charCodeAt(close - 1)))
    return false;
  const after = source.charCodeAt(close + 1);
  return !(after >= 48 && after <= 57) && !source.slice(start, close).includes('\n');
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === 13;
}
