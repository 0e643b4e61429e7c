import fastDiff from 'fast-diff';

/** A stretch of two sequences: equal units in both, or units of one side only. */
export interface Stretch {
  readonly op: 'equal' | 'delete' | 'insert';
  /** Units of the side or sides that have it. */
  readonly count: number;
}

/** Code units that are no surrogates: the library keeps surrogates together, which would move our bounds. */
const FIRST_BLOCK = 0xd800;
const AFTER_SURROGATES = 0xe000;
/** How many different units can be told apart. */
export const MOST_UNITS = FIRST_BLOCK + (0x10000 - AFTER_SURROGATES);

/**
 * The differences of two sequences of strings (Myers 1986, by fast-diff), each distinct string mapped to a code unit.
 * Undefined if there are more than {@link MOST_UNITS} distinct ones.
 */
export function diffUnits(a: readonly string[], b: readonly string[]): Stretch[] | undefined {
  const codes = new Map<string, string>();
  const left = encode(a, codes);
  const right = left === undefined ? undefined : encode(b, codes);
  if (left === undefined || right === undefined) return undefined;
  return fastDiff(left, right).map(([op, text]) => ({
    op: op === fastDiff.EQUAL ? 'equal' : op === fastDiff.DELETE ? 'delete' : 'insert',
    count: text.length,
  }));
}

function encode(units: readonly string[], codes: Map<string, string>): string | undefined {
  const encoded: string[] = [];
  for (const unit of units) {
    let code = codes.get(unit);
    if (code === undefined) {
      const number = codes.size;
      if (number >= MOST_UNITS) return undefined;
      code = String.fromCharCode(number < FIRST_BLOCK ? number : number - FIRST_BLOCK + AFTER_SURROGATES);
      codes.set(unit, code);
    }
    encoded.push(code);
  }
  return encoded.join('');
}
