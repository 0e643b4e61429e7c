/** Numbers as people read them. */
/** The page names the language of its words. */
const WHOLE = new Intl.NumberFormat(document.documentElement.lang);

/** 1204 → "1,204" */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** A share as two decimals without the leading zero: .71; only a true 1 reads 1.00, which no count looks like. */
export function share(value: number): string {
  if (value >= 1) return '1.00';
  if (value <= 0) return '0';
  const text = Math.min(value, 0.99).toFixed(2);
  return text === '0.00' ? '<.01' : text.slice(1);
}

/** Evidence in tokens; halves (character tokens) are kept. */
export function tokens(value: number): string {
  return WHOLE.format(Math.round(value * 2) / 2);
}
