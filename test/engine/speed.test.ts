import { describe, expect, it } from 'vitest';
import { Speed } from '../../src/engine/speed.js';

const at = (done: number, phase = 'Comparing') => ({ phase, done, total: 1000, unit: 'bytes' as const });

describe('the speed of a phase', () => {
  it('is told after a second, with the time that is left', () => {
    const speed = new Speed();
    expect(speed.of(at(0), 0)).toEqual({});
    expect(speed.of(at(50), 500)).toEqual({});
    expect(speed.of(at(200), 2000)).toEqual({ perSecond: 100, secondsLeft: 8 });
  });

  it('follows the last ten seconds and begins anew with each phase', () => {
    const speed = new Speed();
    speed.of(at(0), 0);
    speed.of(at(900), 1000);
    speed.of(at(905), 12_000);
    expect(speed.of(at(915), 22_000)).toEqual({ perSecond: 1, secondsLeft: 85 });
    expect(speed.of(at(10, 'Reading originals'), 22_100)).toEqual({});
  });

  it('tells no time while nothing moves', () => {
    const speed = new Speed();
    speed.of(at(10), 0);
    expect(speed.of(at(10), 5000)).toEqual({});
  });
});
