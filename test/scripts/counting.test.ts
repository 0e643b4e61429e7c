import { describe, expect, it } from 'vitest';
import { countResults } from '../../scripts/test/vitest.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('The counts of a vitest run', () => {
  it('are summed over its files', () => {
    expect(countResults([file('passed', 'passed', 'passed'), file('passed', 'passed')], 0)).toEqual({
      passed: 3,
      failed: 0,
    });
  });

  it('take a skipped test for a failed one', () => {
    const files = [file('passed', 'passed', 'skipped', 'todo', 'pending')];
    expect(countResults(files, 0)).toEqual({ passed: 1, failed: 3 });
  });

  it('take a file that does not load for a failure', () => {
    expect(countResults([file('failed'), file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('count a run that ends badly without a failed test as one failure', () => {
    expect(countResults([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1 });
    expect(countResults([], 1)).toEqual({ passed: 0, failed: 1 });
  });
});
