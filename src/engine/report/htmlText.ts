/** A text of a pair as markup: shared runs, differences and explained stretches marked. */
import { reasonText } from '../../core/match/reasonText.js';
import type { Segment } from '../../core/match/segments.js';
import { escapedHtml } from '../../core/text/escapedHtml.js';
import { shown } from './markup.js';

/** The paragraphs of a side's text; each finds its own direction, and none leaks into the next. */
export function markedText(text: string, segments: readonly Segment[]): string {
  if (text === '') return '<p class="quiet">The text is empty.</p>';
  const numbered = new Set<number>();
  const paragraphs: string[] = [];
  let paragraph = '';
  const end = () => {
    paragraphs.push(`<p dir="auto">${paragraph}</p>`);
    paragraph = '';
  };
  for (const segment of segments) {
    const { passage, changed } = segment;
    if (passage !== undefined && !numbered.has(passage)) {
      numbered.add(passage);
      paragraph += `<span class="number" data-number="${passage + 1}"></span>`;
    }
    for (let from = segment.start; from <= segment.end;) {
      const newline = text.indexOf('\n', from);
      const ends = newline !== -1 && newline < segment.end;
      const to = ends ? newline : segment.end;
      if (to > from) paragraph += stretch(segment, shown(text, from, to));
      if (!ends) break;
      // A line end that one side alone has.
      if (changed) paragraph += stretch(segment, '<span class="line-end"></span>');
      end();
      from = to + 1;
    }
  }
  end();
  return paragraphs.join('\n');
}

function stretch({ side, run, changed, explained }: Segment, content: string): string {
  if (run === undefined && !changed && !explained) return content;
  const tag = changed ? (side === 'suspect' ? 'del' : 'ins') : run === undefined ? 'span' : 'mark';
  const title = explained ? ` title="${escapedHtml(reasonText(explained))}"` : '';
  return `<${tag}${explained ? ' class="explained"' : ''}${title}>${content}</${tag}>`;
}
