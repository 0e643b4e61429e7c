import type { NormaliseSteps } from '../../shared/run.js';
import { classOf, codePointIn, foldCase, foldUnit, FORMAT, MARK, WORD } from './characters.js';
import { foldForm } from './forms.js';
import { foldHomoglyphs } from './homoglyphs.js';
import { dropMarks, mayHaveMarks } from './markdown.js';
import { UnitBuffer } from './unitBuffer.js';
import type { Zones } from './zones.js';

/** A character with all that may compose with it: marks, Hangul vowels and finals, Kirat Rai vowels. */
const CLUSTER = /[^](?:[\p{M}\u1160-\u11ff]|[\u{16d63}-\u{16d6a}])*/gu;

/**
 * Normalises a text line by line (no step looks beyond a line end), so that lines of plain ASCII can skip it.
 * One instance serves one text after the other; its buffers are reused.
 */
export class LineNormaliser {
  /** Look-alike letters folded to Latin so far. */
  folded = 0;
  /** Format characters stripped from inside words so far. */
  stripped = 0;
  private line = new UnitBuffer();
  private spare = new UnitBuffer();
  private zones: Zones = [];
  private zoneAt = 0;
  private source = '';

  constructor(private readonly steps: NormaliseSteps) {}

  /** Starts a text; its lines are then given in order. */
  open(source: string, zones: Zones): void {
    this.source = source;
    this.zones = zones;
    this.zoneAt = 0;
    this.folded = 0;
    this.stripped = 0;
  }

  /** True if [from, to) touches a zone of code or formula. */
  inZone(from: number, to: number): boolean {
    while (this.zoneAt < this.zones.length && this.zones[this.zoneAt + 1]! <= from) this.zoneAt += 2;
    return this.zoneAt < this.zones.length && this.zones[this.zoneAt]! < to;
  }

  /** True if a zone of code or formula holds all of [from, to). */
  fillsZone(from: number, to: number): boolean {
    return this.inZone(from, to) && this.zones[this.zoneAt]! <= from && to <= this.zones[this.zoneAt + 1]!;
  }

  /** The units of source [from, to), a line without its end, after all steps but the collapse of white space. */
  normalise(from: number, to: number): UnitBuffer {
    this.line.clear();
    this.read(from, to);
    if (this.steps.homoglyphs) this.foldWords();
    if (this.steps.casefold && !foldInPlace(this.line)) this.transform(foldCases);
    if (this.steps.markdown && mayHaveMarks(this.line)) this.transform(dropMarks);
    return this.line;
  }

  private transform(step: (line: UnitBuffer, output: UnitBuffer) => void): void {
    this.spare.clear();
    step(this.line, this.spare);
    [this.line, this.spare] = [this.spare, this.line];
  }

  private read(from: number, to: number): void {
    const text = this.source.slice(from, to);
    if (!this.steps.nfc || text.normalize('NFC') === text) {
      this.readPlain(text, from);
      return;
    }
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      const composed = cluster.normalize('NFC');
      const start = from + index;
      if (composed === cluster) this.readPlain(cluster, start);
      else
        for (const character of composed) this.add(character.codePointAt(0)!, start, start + cluster.length);
    }
  }

  private readPlain(text: string, from: number): void {
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        this.line.push(unit, from + at, from + at + 1, this.inZone(from + at, from + at + 1) ? 1 : 0);
        at++;
        continue;
      }
      const codePoint = text.codePointAt(at)!;
      const length = codePoint > 0xffff ? 2 : 1;
      this.add(codePoint, from + at, from + at + length);
      at += length;
    }
  }

  private add(codePoint: number, start: number, end: number): void {
    const { line, steps } = this;
    const zone = this.inZone(start, end) ? 1 : 0;
    if (codePoint < 0x80) {
      line.push(codePoint, start, end, zone);
      return;
    }
    const form = steps.foldForms ? foldForm(codePoint) : undefined;
    if (form !== undefined) line.pushText(form, start, end, zone);
    else if (steps.stripFormat && classOf(codePoint) === FORMAT) this.countStripped(codePoint);
    else if (codePoint < 0x10000) line.push(codePoint, start, end, zone);
    else line.pushText(String.fromCodePoint(codePoint), start, end, zone);
  }

  /** Joiners, direction marks and variation selectors belong to many scripts and to emoji: only after Latin do they count. */
  private countStripped(codePoint: number): void {
    const { length, codes } = this.line;
    if (length === 0) return;
    const before = codes[length - 1]!;
    const variation = codePoint >= 0xfe00 && codePoint <= 0xfe0f;
    if (before < 0x250 && classOf(before) === WORD && !variation) this.stripped++;
  }

  private foldWords(): void {
    const { codes, length } = this.line;
    for (let at = 0; at < length; at++) {
      // Look-alikes lie beyond Latin, so a word is only looked at when such a letter is met.
      if (codes[at]! < 0x370) continue;
      const start = wordStart(codes, at);
      const end = wordEnd(codes, at, length);
      if (end > start) this.folded += foldHomoglyphs(codes, start, end);
      at = Math.max(at, end - 1);
    }
  }
}

function inWord(code: number): boolean {
  const kind = classOf(code);
  return kind === WORD || kind === MARK;
}

function wordStart(codes: Uint16Array, at: number): number {
  let start = at;
  while (start > 0 && inWord(codes[start - 1]!)) start--;
  return start;
}

function wordEnd(codes: Uint16Array, at: number, length: number): number {
  let end = at;
  while (end < length && inWord(codes[end]!)) end++;
  return end;
}

/** Folds what keeps its length; false at a character that does not, after which {@link foldCases} has to go over all. */
function foldInPlace({ codes, zones, length }: UnitBuffer): boolean {
  for (let at = 0; at < length; at++) {
    if (zones[at] === 1) continue;
    const folded = foldUnit(codes[at]!);
    if (folded < 0) return false;
    codes[at] = folded;
  }
  return true;
}

function foldCases(line: UnitBuffer, output: UnitBuffer): void {
  const { codes, zones, length } = line;
  for (let at = 0; at < length;) {
    const codePoint = codePointIn(codes, at, length);
    const units = codePoint > 0xffff ? 2 : 1;
    if (zones[at] === 1) for (let i = 0; i < units; i++) output.copy(line, at + i);
    else if (codePoint < 0x80)
      output.push(
        codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint,
        line.starts[at]!,
        line.ends[at]!,
        0,
      );
    else output.pushText(foldCase(codePoint), line.starts[at]!, line.ends[at + units - 1]!, 0);
    at += units;
  }
}
