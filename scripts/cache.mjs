// @ts-check
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The folder for what is downloaded once per machine; outside the project, so that a fresh clone finds it. */
export function cacheFolder() {
  return (
    process.env['DISTILLATION_EVIDENCE_CACHE'] ??
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'distillation-evidence')
  );
}

/**
 * Whether something exists at `path`.
 * @param {string} path
 */
export async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Runs `work` while no other process on this machine holds the lock `name`; a lock whose process is gone is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  await mkdir(cacheFolder(), { recursive: true });
  const lock = join(cacheFolder(), `${name}.lock`);
  let told = false;
  while (!(await take(lock))) {
    if (await abandoned(lock)) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) console.log(`Waiting for another process that holds ${lock}`);
    told = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** @param {string} lock */
async function take(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} lock */
async function abandoned(lock) {
  const holder = await readFile(lock, 'utf8').catch(() => '');
  // Between its creation and its first byte a lock is empty; only an old empty one has no owner.
  if (holder === '') {
    const age = await stat(lock)
      .then((s) => Date.now() - s.mtimeMs)
      .catch(() => 0);
    return age > 10_000;
  }
  try {
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
