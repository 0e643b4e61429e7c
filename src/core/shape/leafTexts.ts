/** A record as pairs of pointer and text, for showing it to people. */
import { entries } from './leaves.js';
import { child, isStrings } from './pointer.js';
import type { Leaf } from './leaves.js';

const MAX_DEPTH = 64;

/** Every scalar of `record` as text, in document order, at most `limit`; a list of token strings is one text. */
export function* leafTexts(record: unknown, limit: number): Generator<Leaf> {
  const open: { value: unknown; pointer: string; depth: number }[] = [
    { value: record, pointer: '', depth: 0 },
  ];
  let given = 0;
  for (let next = open.pop(); next && given < limit; next = open.pop()) {
    const { value, pointer, depth } = next;
    const inner = isStrings(value) || depth >= MAX_DEPTH ? [] : entries(value);
    for (const [step, item] of inner.reverse())
      open.push({ value: item, pointer: child(pointer, step), depth: depth + 1 });
    if (inner.length > 0) continue;
    given++;
    yield {
      pointer,
      text: isStrings(value) ? value.join('') : typeof value === 'string' ? value : JSON.stringify(value),
    };
  }
}
