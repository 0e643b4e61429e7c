/** HTML as text, in which everything that is put in is escaped: nothing of a dataset can be markup. */
import { escapedHtml } from '../../core/text/escapedHtml.js';
import { visiblePieces } from '../../core/text/hiddenCharacters.js';

/** Words of a dataset, a path or a reviewer: hidden characters stand as small boxes, so that none turns what follows. */
export function shown(text: string, start = 0, end = text.length): string {
  return visiblePieces(text, start, end)
    .map((piece) =>
      typeof piece === 'string'
        ? escapedHtml(piece)
        : `<span class="hidden" role="img" aria-label="${escapedHtml(piece.name)}" title="${escapedHtml(piece.name)}">${piece.label}</span>`,
    )
    .join('');
}

/** {@link shown} inside a line of ours, whose direction it leaves alone. */
export function isolated(text: string): string {
  return `<bdi>${shown(text)}</bdi>`;
}

/** A table with a heading row; cells are markup. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><caption>${escapedHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>\n`;
}

/** Names with their values; both are markup. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  return `<dl>${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('\n')}</dl>\n`;
}

/** A list of markup; nothing for none. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>\n`;
}
