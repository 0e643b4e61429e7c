import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import type * as Pools from '../../src/engine/index/pool.js';
import { openPool as openInline } from '../../src/engine/index/pool.js';
import { Pace } from '../../src/engine/pace.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { bundled } from '../bundled.js';

const bundles = bundled('pool', { pool: 'src/engine/index/pool.ts', thread: 'src/engine/thread.ts' });

/** Two threads, and what cancels them. */
function threads() {
  const { openPool } = createRequire(import.meta.url)(path.join(bundles, 'pool.js')) as typeof Pools;
  const stop = new AbortController();
  const pool = openPool(2, 1 << 30, new Pace({ signal: stop.signal, progress: () => undefined }));
  expect(pool.threads).toBe(2);
  return { pool, stop };
}

it('answers whatever is asked, also what is asked after a cancel in the middle of other work', async () => {
  const long = { texts: ['some words '.repeat(1_000_000)], steps: DEFAULT_PARAMETERS.normalise };
  const { pool, stop } = threads();
  const before = [1, 2, 3].map(() => pool.run('fingerprint', long));
  const all = pool.onAll('counted', {});
  stop.abort();
  const after = [pool.run('fingerprint', long), pool.onAll('counted', {})];
  for (const asked of [...before, all, ...after]) await expect(asked).rejects.toThrow('Cancelled.');
  await pool.close();
  await expect(pool.run('verify', { file: 'a' })).rejects.toThrow('Cancelled.');
});

it('says that it is closed', async () => {
  const { pool } = threads();
  await pool.close();
  await expect(pool.run('verify', { file: 'a' })).rejects.toThrow('The pool is closed.');
  await expect(pool.onAll('counted', {})).rejects.toThrow('closed');
});

it('does nothing more after it was closed where there are no threads', async () => {
  const pool = openInline(
    1,
    0,
    new Pace({ signal: new AbortController().signal, progress: () => undefined }),
  );
  const text = { texts: ['some words'], steps: DEFAULT_PARAMETERS.normalise };
  const before = [1, 2].map(() => pool.run('fingerprint', text));
  const asked = Promise.allSettled([...before, pool.close(), pool.run('fingerprint', text)]);
  const [first, second, , after] = (await asked).map(({ status }) => status);
  expect([first, second, after]).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(pool.onAll('counted', {})).rejects.toThrow('The pool is closed.');
});
