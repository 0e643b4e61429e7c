/** Numbers inside the product's sentences. */
const WHOLE = new Intl.NumberFormat('en');

/** 1204 → "1,204" */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** "1 file", "3 files" */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${whole(value)} ${value === 1 ? one : many}`;
}

/** A rate with two digits that say something: 0.0025 → "0.25 %", 0.125 → "13 %". */
export function percentage(rate: number): string {
  const value = 100 * rate;
  const digits = value === 0 || value >= 9.95 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(value)));
  // The sign stays on the number's line.
  return `${value.toFixed(digits)}\u00a0%`;
}
