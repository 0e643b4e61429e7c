import type { NormaliseSteps } from '../../shared/run.js';
import { CHARACTER, classOf, codePointIn, FORMAT, MARK, SPACE, WORD } from './characters.js';
import { afterOpeningMarks } from './markdown.js';
import { LineNormaliser } from './normaliseLine.js';
import { textReader, type TextReader } from './textReader.js';
import { hashOf } from './tokenHash.js';
import type { TokenList } from './tokenList.js';
import type { Tokens } from './tokens.js';
import type { UnitBuffer } from './unitBuffer.js';
import type { Vocabulary } from './vocabulary.js';
import { findZones } from './zones.js';

/** Cuts texts into tokens; one instance serves text after text, so that its buffers are made once. */
export class Tokeniser {
  private readonly lines: LineNormaliser;

  /** @param vocabulary gives tokens their numbers; without it they are their 32-bit hashes */
  constructor(
    private readonly steps: NormaliseSteps,
    private readonly vocabulary?: Vocabulary,
  ) {
    this.lines = new LineNormaliser(steps);
  }

  /** The tokens of a text, with their places in it. Never throws. */
  tokenise(source: string): Tokens {
    return this.scan(source).take(this.lines.folded, this.lines.stripped);
  }

  /** The tokens of a text as they lie in the kernel's memory, until this thread reads another text. */
  scan(source: string): TokenList {
    const zones = findZones(source);
    this.lines.open(source, zones);
    const reader = textReader();
    reader.open(source, this.steps.casefold);
    for (let from = 0; from < source.length;) {
      const newline = source.indexOf('\n', from);
      const to = newline < 0 ? source.length : newline;
      if (!this.scanPlain(reader, source, from, to))
        this.scanUnits(this.lines.normalise(from, to), reader.list);
      from = to + 1;
    }
    return reader.list;
  }

  /** Plain lines, the bulk of English, Chinese and code: no maps, no passes. False, and nothing added, of all others. */
  private scanPlain(reader: TextReader, source: string, from: number, to: number): boolean {
    const { lines, steps, vocabulary } = this;
    if (lines.inZone(from, to)) return lines.fillsZone(from, to) && reader.readCode(from, to, vocabulary);
    const start = steps.markdown ? afterOpeningMarks(source, from, to) : from;
    return reader.readProse(start, to, vocabulary);
  }

  private scanUnits(units: UnitBuffer, list: TokenList): void {
    const { codes, zones, starts, ends, length } = units;
    const { vocabulary } = this;
    if (length > 0) list.plain = false;
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
        vocabulary ? vocabulary.intern(codes, at, end, hash) : hash,
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
export function tokenise(source: string, steps: NormaliseSteps, vocabulary: Vocabulary): Tokens {
  return new Tokeniser(steps, vocabulary).tokenise(source);
}
