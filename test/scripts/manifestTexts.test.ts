import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };

describe('What VS Code shows of the manifest', () => {
  it('gives every view of ours its share of the side bar', () => {
    const sizes = manifest.contributes.views.distillationEvidence.map(({ initialSize }) => initialSize);
    expect(sizes.filter((size) => !(size > 0))).toEqual([]);
  });

  it('marks keys in the walkthrough with two backticks, since VS Code shows single ones as they are', () => {
    const steps = Object.entries(texts).filter(([key]) => key.startsWith('walkthrough.'));
    expect(steps.length).toBeGreaterThan(10);
    const single = steps.filter(([, text]) => text.replaceAll('``', '').includes('`'));
    expect(single).toEqual([]);
  });
});
