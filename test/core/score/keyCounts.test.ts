import { describe, expect, it } from 'vitest';
import { KeyCounts } from '../../../src/core/score/keyCounts.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

describe('counts of keys', () => {
  it('are those of a Map, for keys that collide and for as many as there is room for', () => {
    const random = seededRandom(3);
    for (const most of [0, 1, 7, 64, 1000]) {
      const counts = new KeyCounts(most);
      const naive = new Map<number, number>();
      const keys = Array.from({ length: most }, () =>
        random() < 0.5 ? Math.floor(random() * 9) * 2 ** 32 + 5 : Math.floor(random() * 2 ** 53),
      );
      for (const key of [...keys, ...keys]) {
        counts.add(key);
        naive.set(key, (naive.get(key) ?? 0) + 1);
      }
      for (const [key, count] of naive) expect(counts.of(key)).toBe(count);
      expect(counts.of(2 ** 53 - 1)).toBe(naive.get(2 ** 53 - 1) ?? 0);
    }
  });
});
