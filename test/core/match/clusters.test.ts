import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clusters } from '../../../src/core/match/clusters.js';

/** Connected components, by looking at every pair again and again. */
function naive(findings: readonly (readonly number[])[]): number {
  const labels = findings.map((_, at) => at);
  for (let changed = true; changed;) {
    changed = false;
    findings.forEach((keys, a) =>
      findings.forEach((others, b) => {
        if (labels[a]! <= labels[b]! || !keys.some((key) => others.includes(key))) return;
        labels[a] = labels[b]!;
        changed = true;
      }),
    );
  }
  return new Set(labels).size;
}

function counted(findings: readonly (readonly number[])[]): number {
  const clusters = new Clusters();
  for (const keys of findings) clusters.add(keys);
  return clusters.size;
}

it('counts what a look at every pair counts, in any order', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), (findings) => {
      const expected = naive(findings);
      expect(counted(findings)).toBe(expected);
      expect(counted([...findings].reverse())).toBe(expected);
    }),
  );
  expect(counted([[1], [2], [1, 2], [3]])).toBe(2);
  const clusters = new Clusters();
  for (const keys of [[1], [2], [1, 2], [3]]) clusters.add(keys);
  expect(clusters.sizes()).toEqual([3, 1]);
});
