/** Characters that cannot be seen, or that turn the reading direction of what follows (Unicode TR 36 and 39). */

/** What stands for such a character, and what it is: "RLO", "right-to-left override, U+202E". */
export interface HiddenCharacter {
  readonly label: string;
  readonly name: string;
}

const NAMES: ReadonlyMap<number, readonly [label: string, name: string]> = new Map([
  [0xad, ['SHY', 'soft hyphen']],
  [0x61c, ['ALM', 'Arabic letter mark']],
  [0x180e, ['MVS', 'Mongolian vowel separator']],
  [0x200b, ['ZWSP', 'zero-width space']],
  [0x200c, ['ZWNJ', 'zero-width non-joiner']],
  [0x200d, ['ZWJ', 'zero-width joiner']],
  [0x200e, ['LRM', 'left-to-right mark']],
  [0x200f, ['RLM', 'right-to-left mark']],
  [0x2028, ['LS', 'line separator']],
  [0x2029, ['PS', 'paragraph separator']],
  [0x202a, ['LRE', 'left-to-right embedding']],
  [0x202b, ['RLE', 'right-to-left embedding']],
  [0x202c, ['PDF', 'pop directional formatting']],
  [0x202d, ['LRO', 'left-to-right override']],
  [0x202e, ['RLO', 'right-to-left override']],
  [0x2060, ['WJ', 'word joiner']],
  [0x2066, ['LRI', 'left-to-right isolate']],
  [0x2067, ['RLI', 'right-to-left isolate']],
  [0x2068, ['FSI', 'first strong isolate']],
  [0x2069, ['PDI', 'pop directional isolate']],
  [0xfeff, ['BOM', 'zero-width no-break space']],
]);
const FIRST_JOINING_SCRIPT = 0x300;
const DELETE = 0x7f;

function isHidden(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && !(code === 0x0d && text[at + 1] === '\n');
  if (code < DELETE) return false;
  if (code <= 0x9f) return true;
  // Joiners are part of the spelling of emoji, Persian and Indic words: only beside Latin they are odd.
  if (code === 0x200c || code === 0x200d) {
    return !(
      text.charCodeAt(at - 1) >= FIRST_JOINING_SCRIPT && text.charCodeAt(at + 1) >= FIRST_JOINING_SCRIPT
    );
  }
  return NAMES.has(code);
}

/** A stretch of plain text, or one hidden character. */
export type VisiblePiece = string | HiddenCharacter;

/** A text in pieces: runs of plain text, and what to show for every hidden character. */
export function visiblePieces(text: string, start = 0, end = text.length): VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isHidden(text, at)) continue;
    if (at > from) pieces.push(text.slice(from, at));
    pieces.push(described(text.charCodeAt(at)));
    from = at + 1;
  }
  if (end > from) pieces.push(text.slice(from, end));
  return pieces;
}

function described(code: number): HiddenCharacter {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const [label, name] = NAMES.get(code) ?? [hex, 'control character'];
  return { label: code === 0x0d ? 'CR' : label, name: `${name}, ${hex}` };
}
