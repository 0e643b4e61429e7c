import type { NormaliseSteps } from '../../shared/run.js';
import { CHARACTER, classOf, codePointIn, FORMAT, MARK, SPACE, WORD } from './characters.js';
import { afterOpeningMarks } from './markdown.js';
import { LineNormaliser } from './normaliseLine.js';
import { FIRST_HASH, hashOf, nextHash } from './tokenHash.js';
import { TokenList, type Tokens } from './tokens.js';
import type { UnitBuffer } from './unitBuffer.js';
import { findZones } from './zones.js';

/** Lower case of ASCII letters and digits, 0 for what ends a word, 255 beyond ASCII. */
const ASCII_FOLDED = asciiTable(true);
const ASCII_PLAIN = asciiTable(false);
const BEYOND = 255;

/** What gives tokens their numbers: a vocabulary, or a hash. */
export interface Interner {
  /** The number of the token in `codes` [from, to), whose hash is known; equal tokens have equal numbers. */
  intern(codes: Uint16Array, from: number, to: number, hash: number): number;
}

/** Cuts texts into tokens; one instance serves text after text, so that its buffers are made once. */
export class Tokeniser {
  private readonly lines: LineNormaliser;
  private readonly list = new TokenList();
  private readonly table: Uint8Array;
  /** The letters of the current ASCII line, folded. */
  private letters = new Uint16Array(1024);

  constructor(
    private readonly steps: NormaliseSteps,
    private readonly vocabulary: Interner,
  ) {
    this.lines = new LineNormaliser(steps);
    this.table = steps.casefold ? ASCII_FOLDED : ASCII_PLAIN;
  }

  /** The tokens of a text, with their places in it. Never throws. */
  tokenise(source: string): Tokens {
    return this.scan(source).take(this.lines.folded, this.lines.stripped);
  }

  /** The tokens of a text as they lie in this tokeniser's list, until the next text is scanned. */
  scan(source: string): TokenList {
    const zones = findZones(source);
    this.lines.open(source, zones);
    this.list.clear();
    for (let from = 0; from < source.length;) {
      const newline = source.indexOf('\n', from);
      const to = newline < 0 ? source.length : newline;
      if ((zones.length > 0 && this.lines.inZone(from, to)) || !this.scanAscii(source, from, to))
        this.scanUnits(this.lines.normalise(from, to));
      from = to + 1;
    }
    return this.list;
  }

  /** Plain lines, the bulk of English: no maps, no passes. False, and nothing kept, at the first character beyond ASCII. */
  private scanAscii(source: string, from: number, to: number): boolean {
    const { table, list, vocabulary } = this;
    const length = to - from;
    if (this.letters.length < length) this.letters = new Uint16Array(2 * length);
    const letters = this.letters;
    const mark = list.count;
    let at = this.steps.markdown ? afterOpeningMarks(source, from, to) - from : 0;
    while (at < length) {
      let kind = lookUp(table, source.charCodeAt(from + at));
      while (kind === 0 && ++at < length) kind = lookUp(table, source.charCodeAt(from + at));
      const start = at;
      let hash = FIRST_HASH;
      while (kind !== 0 && kind !== BEYOND) {
        letters[at] = kind;
        hash = nextHash(hash, kind);
        kind = ++at < length ? lookUp(table, source.charCodeAt(from + at)) : 0;
      }
      if (kind === BEYOND) {
        list.count = mark;
        return false;
      }
      if (at > start) list.push(vocabulary.intern(letters, start, at, hash), from + start, from + at, 2);
    }
    return true;
  }

  private scanUnits(units: UnitBuffer): void {
    const { codes, zones, starts, ends, length } = units;
    const { list, vocabulary } = this;
    for (let at = 0; at < length;) {
      const codePoint = codePointIn(codes, at, length);
      const zone = zones[at]!;
      const kind = kindIn(codePoint, zone);
      let end = at + (codePoint > 0xffff ? 2 : 1);
      if (kind === SPACE || kind === FORMAT) {
        at = end;
        continue;
      }
      if (kind === WORD || kind === MARK || kind === CHARACTER)
        end = wordEnd(units, end, zone, kind !== CHARACTER);
      else if (zone === 0) {
        at = end;
        continue;
      }
      const hash = hashOf(codes, at, end);
      list.push(
        vocabulary.intern(codes, at, end, hash),
        starts[at]!,
        ends[end - 1]!,
        kind === CHARACTER ? 1 : 2,
      );
      at = end;
    }
  }
}

/** In code the underscore is a letter, as in most languages' names. */
function kindIn(codePoint: number, zone: number): number {
  return codePoint === 95 && zone === 1 ? WORD : classOf(codePoint);
}

function wordEnd(units: UnitBuffer, from: number, zone: number, letters: boolean): number {
  let end = from;
  while (end < units.length && units.zones[end] === zone) {
    const codePoint = codePointIn(units.codes, end, units.length);
    const kind = kindIn(codePoint, zone);
    if (kind !== MARK && !(letters && kind === WORD)) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

/** The tokens of one text. For many texts make one {@link Tokeniser}. */
export function tokenise(source: string, steps: NormaliseSteps, vocabulary: Interner): Tokens {
  return new Tokeniser(steps, vocabulary).tokenise(source);
}

function lookUp(table: Uint8Array, code: number): number {
  return code < 0x80 ? table[code]! : BEYOND;
}

function asciiTable(fold: boolean): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    if (letter) table[code] = fold ? code | 32 : code;
    else if (code >= 48 && code <= 57) table[code] = code;
  }
  return table;
}
