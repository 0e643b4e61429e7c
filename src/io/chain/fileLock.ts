/** A lock between processes: a file that only one of them can make, taken over from a holder that is gone. */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../shared/failure.js';
import { isAlive } from '../alive.js';
import { errorCode } from '../errorCode.js';

/** A holder keeps the lock for one write: after this long it is gone, on whatever machine it was. */
const LONGEST_HELD_MS = 30_000;
const PATIENCE_MS = 60_000;

/** Runs `work` while no other process runs work under `lock`; throws Failure('case') if the lock stays taken. */
export async function withFileLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${randomBytes(8).toString('hex')} ${os.hostname()}`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await take(lock, mine))) {
    await removeIfLeft(lock);
    if (Date.now() > until) {
      throw new Failure('case', `Another program holds ${lock}. Delete that file if none is running.`);
    }
    await sleep(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    // One that was taken over meanwhile is its new holder's.
    if ((await contentOf(lock)) === mine) await rm(lock, { force: true });
  }
}

/** The lock and its holder's name appear at once, so that one who is killed in between leaves no lock without a name. */
async function take(lock: string, mine: string): Promise<boolean> {
  const named = `${lock}.${randomBytes(6).toString('hex')}`;
  await writeFile(named, mine, { flag: 'wx' });
  try {
    await link(named, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // A file system without links.
    return await takeInTwoSteps(lock, mine);
  } finally {
    await rm(named, { force: true });
  }
}

async function takeInTwoSteps(lock: string, mine: string): Promise<boolean> {
  const handle = await open(lock, 'wx').catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(mine);
  } finally {
    await handle.close();
  }
  return true;
}

/** Takes the lock of a dead holder away; what turns out to be a living one's is put back. */
async function removeIfLeft(lock: string): Promise<void> {
  const seen = await contentOf(lock);
  if (seen === undefined || !(await isLeft(lock, seen))) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await contentOf(aside);
  if (moved !== undefined && moved !== seen) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isLeft(lock: string, content: string): Promise<boolean> {
  const [pid, , host] = content.split(' ');
  const made = await stat(lock).catch(() => undefined);
  if (!made) return false;
  if (Date.now() - made.mtimeMs > LONGEST_HELD_MS) return true;
  return host === os.hostname() && !isAlive(Number(pid));
}

function contentOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
