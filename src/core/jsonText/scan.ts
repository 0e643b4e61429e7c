/** Steps over JSON source text without parsing it: where a value ends is all that is asked. */

/** The first offset from `at` on that is no JSON white space (a leading BOM counts as one). */
export function skipSpace(raw: string, at: number): number {
  let i = at;
  for (; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9 && !(c === 0xfeff && i === 0)) break;
  }
  return i;
}

/** The offset after the string literal that starts at `at`, or -1 if it has no end. */
export function skipString(raw: string, at: number): number {
  for (let i = at + 1; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 34) return i + 1;
  }
  return -1;
}

/** The offset after the value that starts at `at`, or -1 if it has no end; never recurses, whatever the depth. */
export function skipValue(raw: string, at: number): number {
  const first = raw[at];
  if (first === '"') return skipString(raw, at);
  if (first === '{' || first === '[') return skipNested(raw, at);
  let i = at;
  while (i < raw.length && !',]} \n\r\t'.includes(raw[i]!)) i++;
  return i > at ? i : -1;
}

function skipNested(raw: string, at: number): number {
  let depth = 0;
  for (let i = at; i < raw.length; i++) {
    const c = raw[i];
    if (c === '"') {
      i = skipString(raw, i) - 1;
      if (i < 0) return -1;
    } else if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

/** What stands inside an object or array: values by their offsets, with the source of their key in objects. */
export interface Item {
  readonly key: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The items of the object or array that starts at `at`, one by one; ends early where the text is not JSON. */
export function* items(raw: string, at: number): Generator<Item> {
  const object = raw[at] === '{';
  if (!object && raw[at] !== '[') return;
  let i = skipSpace(raw, at + 1);
  while (i < raw.length && raw[i] !== '}' && raw[i] !== ']') {
    let key: string | undefined;
    if (object) {
      const end = raw[i] === '"' ? skipString(raw, i) : -1;
      if (end < 0) return;
      key = raw.slice(i, end);
      i = skipSpace(raw, end);
      if (raw[i] !== ':') return;
      i = skipSpace(raw, i + 1);
    }
    const end = skipValue(raw, i);
    if (end < 0) return;
    yield { key, start: i, end };
    i = skipSpace(raw, end);
    if (raw[i] !== ',') return;
    i = skipSpace(raw, i + 1);
  }
}
