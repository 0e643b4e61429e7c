import { describe, expect, it } from 'vitest';
import { disagree, passes, stateOf } from '../../../src/core/review/judgements.js';
import type { Judgement, Verdict } from '../../../src/shared/verdict.js';

const says = (reviewer: string, verdict: Verdict): Judgement => ({
  reviewer,
  verdict,
  note: '',
  time: '2026-01-01T00:00:00.000Z',
});

describe('judgements', () => {
  it('are open for a reviewer without a verdict, or with a cleared one', () => {
    const judgements = [says('a', 'confirmed'), says('b', 'cleared')];
    expect(['a', 'b', 'c'].map((name) => stateOf(judgements, name))).toEqual(['confirmed', 'open', 'open']);
  });

  it('disagree only where one confirmed what another dismissed', () => {
    const verdicts: Verdict[] = ['confirmed', 'dismissed', 'unsure', 'cleared'];
    const pairs = verdicts.flatMap((a) => verdicts.map((b) => [a, b] as const));
    const found = pairs.filter(([a, b]) => disagree([says('a', a), says('b', b)]));
    expect(found).toEqual([
      ['confirmed', 'dismissed'],
      ['dismissed', 'confirmed'],
    ]);
  });

  it('pass every filter that names their state or their disagreement', () => {
    expect(passes([], 'open', false)).toBe(true);
    expect(passes(['open'], 'confirmed', true)).toBe(false);
    expect(passes(['open', 'disagreement'], 'confirmed', true)).toBe(true);
    expect(passes(['disagreement'], 'confirmed', false)).toBe(false);
  });
});
