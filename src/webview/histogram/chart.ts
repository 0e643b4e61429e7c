/** The bars of a distribution, and behind them the controls' as a dashed line; heights by square root, so that few show beside many. */
import type { Histogram } from '../../shared/findingQuery.js';
import { plural, t } from '../parts/l10n.js';
import { rangeText } from '../parts/names.js';
import type { Tooltip } from '../parts/tooltip.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 100;
/** A bin that holds anything is at least so high. */
const LEAST = 5;
const GAP = 0.14;

export interface Chart {
  readonly element: SVGElement;
  /** Bars outside `from` … `to` (edges by number) step back. */
  readonly mark: (from: number, to: number) => void;
}

/** Draws `histogram` as wide and high as its place; a bar says on hover what it counts. */
export function drawChart(histogram: Histogram, label: string, tooltip: Tooltip): Chart {
  const { counts, controls } = histogram;
  const most = Math.max(1, ...counts, ...(controls ?? []));
  const height = (n: number) => (n === 0 ? 0 : Math.max(LEAST, Math.sqrt(n / most) * (HEIGHT - 4)));
  const element = svg('svg', {
    class: 'chart',
    viewBox: `0 0 ${counts.length} ${HEIGHT}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': label,
  });
  const bars = counts.map((n, at) => {
    const high = height(n);
    const place = { x: String(at + GAP / 2), width: String(1 - GAP) };
    return svg('rect', { class: 'bar', ...place, y: String(HEIGHT - high), height: String(high) });
  });
  element.append(...bars);
  if (controls) {
    const points = controls.map((n, at) => `${at + 0.5},${HEIGHT - height(n)}`).join(' ');
    element.append(svg('polyline', { class: 'controls-line', points }));
  }
  counts.forEach((n, at) => {
    const hit = svg('rect', {
      class: 'bar-place',
      x: String(at),
      y: '0',
      width: '1',
      height: String(HEIGHT),
    });
    tooltip.describe(hit, binText(histogram, at, n));
    element.append(hit);
  });
  return {
    element,
    mark: (from, to) => bars.forEach((bar, at) => bar.classList.toggle('out', at < from || at >= to)),
  };
}

function binText({ score, edges, controls }: Histogram, at: number, n: number): string {
  const last = at === edges.length - 2;
  const range = rangeText({ score, from: edges[at]!, ...(!last && { to: edges[at + 1]! }) });
  const independent = controls ? `, ${t('{0} by the controls’ rate', controls[at]!.toFixed(1))}` : '';
  return `${range}: ${plural(n, '{0} finding', '{0} findings')}${independent}`;
}

function svg(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
  return element;
}
