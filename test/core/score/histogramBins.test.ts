import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, countEdges, shareEdges } from '../../../src/core/score/histogramBins.js';

describe('bins of a distribution', () => {
  it('ascend by whole numbers, hold least and most, and are few', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        const edges = countEdges(least, most);
        expect(edges[0]).toBe(least);
        expect(edges.at(-1)).toBe(most + 1);
        expect(edges.length).toBeGreaterThan(1);
        expect(edges.length).toBeLessThan(60);
        for (let at = 1; at < edges.length; at++) expect(edges[at]!).toBeGreaterThan(edges[at - 1]!);
      }),
    );
  });

  it('find the bin of a value as a search through all of them does', () => {
    const edges = countEdges(8, 4000);
    for (let value = 8; value <= 4000; value += 3)
      expect(binOf(edges, value)).toBe(
        edges.findLastIndex((edge, at) => edge <= value && at < edges.length - 1),
      );
    expect(binOf(shareEdges(), 1)).toBe(19);
    expect(binOf(shareEdges(), 0)).toBe(0);
    expect(binOf(edges, 1)).toBe(0);
    expect(binOf(edges, 9e9)).toBe(edges.length - 2);
  });
});
