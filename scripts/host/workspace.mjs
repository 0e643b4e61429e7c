// @ts-check
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exists } from '../cache.mjs';
import { root } from '../root.mjs';

/**
 * Runs `work` in a fresh copy of the sample case, and removes the copy.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 */
export async function inFreshCase(work) {
  const folder = await mkdtemp(join(tmpdir(), 'distillation-evidence-case-'));
  try {
    const sample = join(root, 'samples', 'case');
    if (await exists(sample)) await cp(sample, folder, { recursive: true });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
