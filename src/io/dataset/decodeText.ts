/** Bytes to text, without losing that some bytes were not what they should be. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { Notes } from './notes.js';

/** Bytes that are not UTF-8 become U+FFFD and are counted, once a record. */
export function decodeUtf8(bytes: Buffer, notes?: Notes): string {
  // Pure ASCII becomes a one-byte string, which JSON.parse reads twice as fast.
  if (isAscii(bytes)) return bytes.toString('latin1');
  const text = bytes.toString('utf8');
  if (notes && text.includes('\uFFFD') && !isUtf8(bytes)) notes.count('had bytes that are not UTF-8');
  return text;
}

/** Code points of 0x80–0x9F in windows-1252 (WHATWG Encoding, index-windows-1252). */
const HIGH =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/** Own table, since TextDecoder reads windows-1252 as Latin-1 in some Node versions. */
export function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/[\x80-\x9F]/g, (c) => HIGH[c.charCodeAt(0) - 0x80]!);
}

/** The text of a whole text file: UTF-8, else windows-1252 with a note. */
export function decodeTextFile(bytes: Buffer, notes?: Notes): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  notes?.say('the text is not UTF-8 and was read as windows-1252');
  return decodeWindows1252(bytes);
}
