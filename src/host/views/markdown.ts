/** Markdown for tooltips and hovers: words of ours and text from files, never mixed up. */
import * as vscode from 'vscode';

/** Longest text from a file that a tooltip shows. */
const LONGEST = 300;

/**
 * Text from a file, such that Markdown shows it as it is: on one line, every character that could mean something
 * escaped, so that it makes no link, image, code, heading or HTML.
 */
export function plain(text: string, longest = LONGEST): string {
  // Bidirectional controls could show a path as another one.
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const cut = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  // Bare addresses become links without any mark, so their colons and dots are escaped as well.
  return cut.replace(/[!-/:-@[-`{-~]/g, (mark) =>
    mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : `\\${mark}`,
  );
}

/** A tooltip of paragraphs that are Markdown already; no command, no HTML, no icon from text. */
export function tooltip(...paragraphs: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(paragraphs.filter((text) => text !== '').join('\n\n'));
}

/** Two columns, as a list of names and values. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  return rows.map(([name, value]) => `**${plain(name)}**: ${plain(value)}`).join('  \n');
}
