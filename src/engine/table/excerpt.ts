/** The beginning of a text, or the place where a search found something in it, on one line. */
import type { Needle } from './needle.js';

/** Characters of an excerpt: what two lines of a wide screen hold. */
const LENGTH = 360;
/** Characters shown before what was found. */
const BEFORE = 40;

/** `text` on one line, cut; from shortly before the needle if the beginning does not show it. */
export function excerpt(text: string, needle: Needle | undefined): string {
  const at = needle ? needle.in(text) : -1;
  const start = at > LENGTH / 2 ? startBefore(text, at - BEFORE) : 0;
  // Collapsing white space shortens, so more is taken than is shown.
  const line = text
    .slice(start, start + 4 * LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = line.length > LENGTH ? `${wholeCharacters(line.slice(0, LENGTH - 1))}…` : line;
  return start > 0 ? `…${cut}` : cut;
}

/** Not in the middle of a surrogate pair. */
function startBefore(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function wholeCharacters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
