/** Names of what is being written, and how it is removed where its writer is gone. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
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
  for (const name of names) {
    const { pid, thread } = TEMPORARY.exec(name)?.groups ?? {};
    if (pid === undefined) continue;
    const mine = Number(pid) === process.pid;
    const left = mine ? ended.includes(Number(thread)) : !isAlive(Number(pid));
    if (left) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
