import { expect, it } from 'vitest';
import { optionsFrom } from '../../bench/options.mjs';

it('takes numbers in place of those of the size, and leaves out what was not asked for', () => {
  const words = ['--sizes', '10k', '--runs', '7', '--copies', '0.25', '--memory', '64'];
  expect(optionsFrom(words).sizes).toMatchObject([{ name: '10k', runs: 7, copies: 0.25, memory: 64 }]);
  const [size] = optionsFrom(['--sizes', '10k']).sizes;
  expect(size).toMatchObject({ name: '10k', originals: 10_000, runs: 3 });
  expect(size).not.toHaveProperty('copies');
  expect(size).not.toHaveProperty('memory');
});
