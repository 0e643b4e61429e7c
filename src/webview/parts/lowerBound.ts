/** The first index from 0 up to `count` at which a rising row of numbers is not below `value`; `count` if none is. */
export function lowerBound(count: number, at: (index: number) => number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
