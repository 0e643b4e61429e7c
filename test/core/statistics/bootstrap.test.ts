import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  bootstrapShare,
  pooledShare,
  type Cluster,
} from '../../../src/core/statistics/bootstrap.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';

describe('bootstrapShare', () => {
  test('is the same for the same seed and for any order of the clusters', () => {
    const clusters = clustersOf(seededRandom(3), 200, 0.1);
    const interval = bootstrapShare(clusters, 0.95, 5);
    expect(bootstrapShare([...clusters].reverse(), 0.95, 5)).toEqual(interval);
    expect(bootstrapShare(clusters, 0.95, 6)).not.toEqual(interval);
    expect(interval.lower).toBeLessThan(pooledShare(clusters));
    expect(interval.upper).toBeGreaterThan(pooledShare(clusters));
  });

  test('is as wide as the normal interval of a share where clusters are single trials', () => {
    const clusters = Array.from({ length: 1000 }, (_, at): Cluster => ({
      successes: at < 200 ? 1 : 0,
      trials: 1,
    }));
    const { lower, upper } = bootstrapShare(clusters, 0.95);
    const half = 1.96 * Math.sqrt((0.2 * 0.8) / 1000);
    expect(lower).toBeCloseTo(0.2 - half, 2.3);
    expect(upper).toBeCloseTo(0.2 + half, 2.3);
  });

  test('is as wide as clusters make it: five equal answers to a prompt count as one', () => {
    const single = Array.from({ length: 400 }, (_, at): Cluster => ({
      successes: at < 40 ? 1 : 0,
      trials: 1,
    }));
    const fivefold = single.map(({ successes }): Cluster => ({ successes: 5 * successes, trials: 5 }));
    expect(bootstrapShare(fivefold, 0.95)).toEqual(bootstrapShare(single, 0.95));
  });

  test('covers the true share of clustered answers about as often as it says', () => {
    const random = seededRandom(11);
    let covered = 0;
    const experiments = 300;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const { lower, upper } = bootstrapShare(clustersOf(random, 150, 0.2), 0.95, experiment);
      if (lower <= 0.2 && 0.2 <= upper) covered++;
    }
    expect(covered / experiments).toBeGreaterThan(0.9);
    expect(covered / experiments).toBeLessThan(0.99);
  });

  test('gives what clusters drawn one by one give', () => {
    const clusters = clustersOf(seededRandom(7), 300, 0.1);
    const [at, one] = [bootstrapShare(clusters, 0.95), bootstrap(clusters, pooledShare, 0.95)];
    const width = one.upper - one.lower;
    expect(Math.abs(at.lower - one.lower)).toBeLessThan(0.06 * width);
    expect(Math.abs(at.upper - one.upper)).toBeLessThan(0.06 * width);
  });

  test('needs a trial', () => {
    expect(() => bootstrapShare([], 0.95)).toThrow('nothing to draw from');
    expect(() => pooledShare([{ successes: 0, trials: 0 }])).toThrow('needs a trial');
  });
});

/** Prompts with five answers each that mostly succeed or fail together; the share of successes is `share`. */
function clustersOf(random: () => number, prompts: number, share: number): Cluster[] {
  return Array.from({ length: prompts }, () => {
    const together = random() < share;
    let successes = 0;
    for (let answer = 0; answer < 5; answer++) if (random() < 0.8 ? together : random() < share) successes++;
    return { successes, trials: 5 };
  });
}
