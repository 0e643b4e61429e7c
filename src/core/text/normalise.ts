import type { Span } from '../../shared/dataset.js';
import type { NormaliseSteps } from '../../shared/run.js';
import { classOf, SPACE } from './characters.js';
import { LineNormaliser } from './normaliseLine.js';
import { UnitBuffer } from './unitBuffer.js';
import { findZones } from './zones.js';

/** A text after normalisation, with the way back to the source. */
export interface Normalised {
  readonly text: string;
  /** Source range of each UTF-16 code unit of `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Look-alike letters folded to Latin. */
  readonly folded: number;
  /** Format characters stripped from inside words. */
  readonly stripped: number;
}

/** The text of a response after all `steps`, punctuation included. Never throws, lone surrogates included. */
export function normalise(source: string, steps: NormaliseSteps): Normalised {
  return new Normaliser(steps).normalise(source);
}

/** Normalises one text after the other; its buffers are reused. */
export class Normaliser {
  private readonly lines: LineNormaliser;
  private readonly output = new UnitBuffer();

  constructor(private readonly steps: NormaliseSteps) {
    this.lines = new LineNormaliser(steps);
  }

  normalise(source: string): Normalised {
    const { lines, output } = this;
    const text = this.textOf(source);
    return {
      text,
      starts: output.starts.slice(0, output.length),
      ends: output.ends.slice(0, output.length),
      folded: lines.folded,
      stripped: lines.stripped,
    };
  }

  /** The text alone. */
  textOf(source: string): string {
    const { lines, output, steps } = this;
    lines.open(source, findZones(source));
    output.clear();
    for (let from = 0; from <= source.length;) {
      const newline = source.indexOf('\n', from);
      const to = newline < 0 ? source.length : newline;
      appendLine(lines.normalise(from, to), output, steps.whitespace);
      if (newline >= 0) appendSpace(output, 10, newline, newline + 1, steps.whitespace);
      from = to + 1;
    }
    if (steps.whitespace && output.length > 0 && output.codes[output.length - 1] === 32) output.length--;
    return textOf(output);
  }
}

/** The source range of [start, end) of the normalised text; empty ranges map to an empty range. */
export function sourceSpan(normalised: Normalised, start: number, end: number): Span {
  if (end > start) return [normalised.starts[start]!, normalised.ends[end - 1]!];
  const at = start < normalised.text.length ? normalised.starts[start]! : (normalised.ends.at(-1) ?? 0);
  return [at, at];
}

function appendLine(line: UnitBuffer, output: UnitBuffer, collapse: boolean): void {
  for (let at = 0; at < line.length; at++) {
    const code = line.codes[at]!;
    if (classOf(code) === SPACE) appendSpace(output, code, line.starts[at]!, line.ends[at]!, collapse);
    else output.copy(line, at);
  }
}

/** A run of white space becomes one space that stands for the whole run; none at the start. */
function appendSpace(output: UnitBuffer, code: number, start: number, end: number, collapse: boolean): void {
  const last = output.length - 1;
  if (!collapse) output.push(code, start, end, 0);
  else if (last < 0) return;
  else if (output.codes[last] === 32) output.ends[last] = end;
  else output.push(32, start, end, 0);
}

function textOf(buffer: UnitBuffer): string {
  const { codes, length } = buffer;
  const pieces: string[] = [];
  // Spread out as arguments they would take far longer.
  for (let at = 0; at < length; at += 8192) {
    const units = codes.subarray(at, Math.min(at + 8192, length));
    pieces.push(Reflect.apply(String.fromCharCode, null, units) as string);
  }
  return pieces.join('');
}
