import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startGroup, stopGroup } from '../../scripts/processes.mjs';

/** Starts a process that starts another, and hands over the second one's id. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(child.pid);
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
`;

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('A process group', () => {
  it('ends with its children, even when its head ignores the request', async () => {
    const head = startGroup(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(head.stdout!, 'data')) as unknown[];
    const grandchild = Number(String(said));
    expect(lives(grandchild)).toBe(true);
    await stopGroup(head);
    await expect.poll(() => lives(grandchild), { timeout: 10_000 }).toBe(false);
    expect(head.exitCode ?? head.signalCode).not.toBeNull();
  });
});
