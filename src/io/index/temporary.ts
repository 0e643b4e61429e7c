/** Names of parts that are being written, and how those are removed whose writer is gone. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { isAlive } from '../alive.js';

const TEMPORARY = /\.(?<pid>\d+)-(?<thread>\d+)-[0-9a-f]{8}\.tmp$/;

/** A name for `file` while this thread writes it. */
export function temporaryName(file: string): string {
  return `${file}.${process.pid}-${threadId}-${randomBytes(4).toString('hex')}.tmp`;
}

/** Removes what dead processes and these ended threads of this process have left half-written in the index. */
export async function sweepTemporary(indexDir: string, ended: readonly number[] = []): Promise<void> {
  const names = await readdir(indexDir, { recursive: true }).catch(() => []);
  for (const name of names) {
    const { pid, thread } = TEMPORARY.exec(name)?.groups ?? {};
    if (pid === undefined) continue;
    const mine = Number(pid) === process.pid;
    const left = mine ? ended.includes(Number(thread)) : !isAlive(Number(pid));
    if (left) await rm(path.join(indexDir, name), { force: true });
  }
}
