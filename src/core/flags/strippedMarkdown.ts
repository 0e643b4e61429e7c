import { afterOpeningMarks } from '../text/markdown.js';
import type { FlaggedPair } from './flaggedPair.js';

/** Marks that the original must have in what is shared. */
const MARKS = 3;
/** Emphasis, code and links inside a line. */
const IN_LINE = /\*\*|__|`+|\]\(/gu;

/**
 * True if the original is marked up where the passages are, and the suspect not at all. Whoever shows answers as plain
 * text takes the marks out as well.
 */
export function isStrippedOfMarkdown({ suspect, original, passages }: FlaggedPair): boolean {
  const marks = (side: 'suspect' | 'original', text: string): number =>
    passages.reduce((sum, passage) => sum + marksIn(text, ...passage[side]), 0);
  return marks('original', original) >= MARKS && marks('suspect', suspect) === 0;
}

/** Marks in the lines of text [from, to), the first one whole: its opening mark stands before its first word. */
function marksIn(text: string, from: number, to: number): number {
  const start = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
  const stretch = text.slice(start, to);
  const opening = stretch
    .split('\n')
    .filter((line) => afterOpeningMarks(line, 0, line.length) > indent(line));
  return opening.length + (stretch.match(IN_LINE)?.length ?? 0);
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
