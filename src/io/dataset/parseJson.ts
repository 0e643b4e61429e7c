/** One JSON value from its bytes or text, with the reason in words when it is none. */
import type { Notes } from './notes.js';

export type Parsed = { readonly value: unknown } | { readonly reason: string };

const NOT_A_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/gs;

/**
 * Python writes NaN and Infinity, which JSON has not: they are read as null and counted. Lone surrogate
 * escapes and `__proto__` keys come through as JSON.parse gives them (own properties).
 */
export function parseJson(text: string, notes?: Notes): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (text.includes('NaN') || text.includes('Infinity')) {
      try {
        const value = JSON.parse(
          text.replace(NOT_A_NUMBER, (m) => (m.startsWith('"') ? m : 'null')),
        ) as unknown;
        notes?.count('had NaN or Infinity, read as null');
        return { value };
      } catch {
        // Broken in another way too: the first error is the one to name.
      }
    }
    return { reason: `not valid JSON: ${explain(error)}` };
  }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // The message quotes the file, whose control characters a terminal would obey.
  const short = message.replace(/[\s\p{Cc}\p{Cf}\uFFFD]+/gu, ' ');
  return short.length > 160 ? `${short.slice(0, 160)}…` : short;
}
