import { describe, expect, it } from 'vitest';
import { OtherPrompts } from '../../../src/core/calibration/otherPrompts.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const LONG =
  'Explain to a child of ten how the tides come about, why there are two of them a day, and what the moon has to do with all that water';

describe('other prompts', () => {
  const others = (prompt: string) => new OtherPrompts(prompt, DEFAULT_PARAMETERS.normalise);

  it('are those that ask for something else', () => {
    expect(others(LONG).has('Explain how bread rises.')).toBe(true);
    expect(others('Why?').has('How?')).toBe(true);
  });

  it('are neither equal nor near-duplicates', () => {
    expect(others('Why?').has('  WHY? ')).toBe(false);
    expect(others(LONG).has(`${LONG}, please`)).toBe(false);
  });

  it('cannot be told where one says nothing', () => {
    expect(others('').has(LONG)).toBe(false);
    expect(others(LONG).has(' ')).toBe(false);
    expect(others('').has('')).toBe(false);
  });
});
