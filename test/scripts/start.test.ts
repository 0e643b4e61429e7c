import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { findCode } from '../../scripts/start/desktop.mjs';
import { installVSCode, NEWEST } from '../../scripts/vscode/install.mjs';

let started: ChildProcess | undefined;

afterEach(() => {
  started?.kill('SIGKILL');
});

/** `npm start` on a machine without a display and without desktop VS Code; resolves with the address it prints. */
function start(): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    env: { ...process.env, PATH: '', DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started = child;
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (data: unknown) => {
      output += String(data);
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(`npm start ended:\n${output}`)));
  });
}

function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

/** Elsewhere desktop VS Code is what `npm start` opens. */
const onLinux = process.platform === 'linux';

if (onLinux) {
  describe('npm start', { timeout: 120_000 }, () => {
    beforeAll(() => installVSCode(NEWEST), 600_000);

    it.each(['SIGINT', 'SIGTERM'] as const)(
      'serves VS Code, and nothing is left after %s',
      async (signal) => {
        const address = await start();
        expect(await answers(address)).toBe(true);
        started?.kill(signal);
        await once(started!, 'exit');
        await expect.poll(() => answers(address), { timeout: 10_000 }).toBe(false);
      },
    );
  });
}

describe("Desktop VS Code's command", () => {
  it('is looked for in the folders of the PATH', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'distillation-evidence-path-'));
    const code = join(folder, process.platform === 'win32' ? 'code.cmd' : 'code');
    await writeFile(code, '');
    vi.stubEnv('PATH', ['', join(folder, 'none'), folder].join(delimiter));
    expect(findCode()).toBe(code);
    vi.stubEnv('PATH', '');
    expect(findCode()).toBe(undefined);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});
