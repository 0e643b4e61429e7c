import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { installVSCode } from '../../scripts/vscode/install.mjs';

const extension = join(root, 'test', 'scripts', 'fixtures', 'extension');
let folder = '';
/** Elsewhere the suites run in desktop VS Code. */
const onLinux = process.platform === 'linux';

beforeAll(async () => {
  if (onLinux) await installVSCode('1.99');
  folder = await mkdtemp(join(tmpdir(), 'distillation-evidence-launcher-'));
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  output: string;
}

function launch(suite: string, ...args: string[]): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'scripts', 'vscode', 'launcher.mjs'),
      '--vscode=1.99',
      `--extensionDevelopmentPath=${extension}`,
      `--extensionTestsPath=${join(extension, 'suites', suite)}`,
      folder,
      ...args,
    ],
    { env: { ...process.env, FIXTURE_VARIABLE: 'handed on' } },
  );
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

if (onLinux) {
  describe('The stand-in for desktop VS Code', { timeout: 120_000 }, () => {
    it('exits with 0 when the tests pass, in the given folder, with its environment', async () => {
      const { code, output } = await launch('passes.js', '--disable-workspace-trust');
      expect(output).toContain(`folder ${folder}`);
      expect(output).toContain('trusted true');
      expect(output).toContain('variable handed on');
      expect(code).toBe(0);
    });

    it('restricts the workspace unless trust is disabled', async () => {
      const { code, output } = await launch('passes.js');
      expect(output).toContain('trusted false');
      expect(code).toBe(0);
    });

    it('exits with another code when the tests fail, and shows why', async () => {
      const { code, output } = await launch('fails.js', '--disable-workspace-trust');
      expect(output).toContain('the fixture fails');
      expect(code).not.toBe(0);
    });

    it("ends with the extension host's log when the tests never end", async () => {
      const { code, output } = await launch('hangs.js', '--disable-workspace-trust', '--time-limit=20');
      expect(output).toContain('did not end within 20 seconds');
      expect(output).toContain('the fixture hangs');
      expect(output).toContain('Extension host with pid');
      expect(code).not.toBe(0);
    });
  });
}

describe('The stand-in for desktop VS Code', () => {
  it('says what is wrong with its arguments', async () => {
    const { code, output } = await launch('passes.js', '--vscode=0.1', '--time-limit=0');
    expect(output).toContain('--time-limit is a number of seconds above 0.');
    expect(code).not.toBe(0);
  });
});
