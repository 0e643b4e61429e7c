import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exists, withLock } from '../../scripts/cache.mjs';

let cache = '';

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'distillation-evidence-lock-'));
  vi.stubEnv('DISTILLATION_EVIDENCE_CACHE', cache);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true, force: true });
});

describe('A lock', () => {
  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(20);
      inside--;
    };
    await Promise.all([withLock('a', work), withLock('a', work), withLock('a', work)]);
    expect(most).toBe(1);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await exists(join(cache, 'a.lock'))).toBe(false);
    expect(await withLock('a', () => Promise.resolve('yes'))).toBe('yes');
  });

  it('is taken over from a process that is gone', async () => {
    await writeFile(join(cache, 'a.lock'), '999999999');
    expect(await withLock('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
