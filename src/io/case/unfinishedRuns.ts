/** Folders of runs that are being written, and how those are removed whose writer was killed. */
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../alive.js';

const UNFINISHED = /^\.unfinished-(?<pid>\d+)-[0-9a-f]{12}$/;

/** A name for a run's folder while this process writes it. */
export function unfinishedName(): string {
  return `.unfinished-${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** Removes from the folder of runs what dead processes have left in it; it need not be there. */
export async function sweepUnfinished(runsDir: string): Promise<void> {
  const names = await readdir(runsDir).catch(() => []);
  for (const name of names) {
    const { pid } = UNFINISHED.exec(name)?.groups ?? {};
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(runsDir, name), { recursive: true, force: true });
  }
}
