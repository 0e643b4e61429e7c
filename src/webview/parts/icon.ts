/** Small line drawings in the text's colour, made as SVG elements. */
const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  side: 'M2.5 3.5h11v9h-11zM8 3.5v9M4.5 6.5h1.5M4.5 9h1.5M10 6.5h1.5M10 9h1.5',
  inline: 'M2.5 3.5h11v9h-11zM4.5 6.5h7M4.5 9h7',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  open: 'M3.5 6 8 10.5 12.5 6',
  filter: 'M2.5 3.5h11l-4.25 5v4l-2.5 1v-5z',
  histogram: 'M2.5 13h11M4 11V8M7 11V4.5M10 11V6.5M13 11V9',
  sort: 'M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5',
  group: 'M2.5 4h4l1 1.5h6v7h-11zM2.5 8h11',
  all: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  matches: 'M3.5 6h9M3.5 10h9',
  differences: 'M3.5 6h9M3.5 10h9M10.5 3 5.5 13',
  conversation: 'M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  exclude: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M4.2 4.2l7.6 7.6',
  close: 'M4 4l8 8M12 4l-8 8',
  confirmed: 'M3 8.5 6.5 12 13 4.5',
  dismissed: 'M4 4l8 8M12 4l-8 8',
  unsure: 'M5.6 5.9a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.7M8 12.2v.3',
  disagreement: 'M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13',
  route: 'M3 12.5h3.5v-9H13M10.5 1.5l2.5 2-2.5 2',
  note: 'M3 3.5h10v6l-3.5 3.5H3zM9.5 13V9.5H13',
} as const;
export type IconName = keyof typeof PATHS;

/** A 16-pixel drawing, hidden from screen readers: its button carries the label. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
