/** Names of what is being written, and how it is removed where its writer is gone. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { isAlive } from './alive.js';

const TEMPORARY = /\.(?<pid>\d+)-(?<thread>\d+)-[0-9a-f]{8}\.tmp$/;

/** A name for `file` while this thread writes it. */
export function temporaryName(file: string): string {
  return `${file}.${process.pid}-${threadId}-${randomBytes(4).toString('hex')}.tmp`;
}

/** Removes what dead processes and these ended threads of this process have left half-written in `folder`, files and folders; it need not be there. */
export async function sweepTemporary(folder: string, ended: readonly number[] = []): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names)
    if (isLeft(name, ended)) await rm(path.join(folder, name), { recursive: true, force: true });
}

/** A new folder of the system's for this thread, which only its user reads; those that dead processes left are removed. */
export async function temporaryFolder(): Promise<string> {
  const parent = os.tmpdir();
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${OURS}.`) || !isLeft(name, [])) continue;
    // Somebody else's may not be removed.
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
  const folder = temporaryName(path.join(parent, OURS));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

const OURS = 'distillation-evidence';

function isLeft(name: string, ended: readonly number[]): boolean {
  const { pid, thread } = TEMPORARY.exec(name)?.groups ?? {};
  if (pid === undefined) return false;
  return Number(pid) === process.pid ? ended.includes(Number(thread)) : !isAlive(Number(pid));
}
