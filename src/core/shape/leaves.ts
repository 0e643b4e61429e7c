/** Every string of a JSON value, with the pointer to it. */
import { child } from './pointer.js';

export interface Leaf {
  readonly pointer: string;
  readonly text: string;
}

const MAX_DEPTH = 64;

/** The strings in `value`, in document order, at most `limit` of them; nesting deeper than 64 is left out. */
export function leaves(value: unknown, pointer: string, limit: number): Leaf[] {
  const found: Leaf[] = [];
  // A stack of its own: hostile nesting must not overflow the call stack.
  const open: [value: unknown, pointer: string, depth: number][] = [[value, pointer, 0]];
  for (let next = open.pop(); next && found.length < limit; next = open.pop()) {
    const [item, at, depth] = next;
    if (typeof item === 'string') found.push({ pointer: at, text: item });
    else if (depth < MAX_DEPTH)
      for (const entry of entries(item).reverse()) open.push([entry[1], child(at, entry[0]), depth + 1]);
  }
  return found;
}

/** The elements of a list or the fields of an object with their steps; [] for anything else. */
export function entries(value: unknown): [step: string | number, value: unknown][] {
  if (Array.isArray(value)) return (value as unknown[]).map((item, index) => [index, item]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value);
}
