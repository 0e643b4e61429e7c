/** What a terminal says where the disk is full, which a limit on the size of files stands for; Windows has none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundled } from '../bundled.js';
import { compareIn, folderWith, TEXTS } from '../engine/smallCase.js';

const PROGRAM = path.join(bundled('fullDisk', { cli: 'src/cli/main.ts' }), 'cli.js');
const CASE = '.distillation-evidence';

/** Runs the command line in `folder`, where no file may have more than 16 kB. */
function callIn(folder: string, ...words: string[]) {
  const limited = ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, PROGRAM];
  const { status, stderr } = spawnSync('bash', [...limited, ...words], { cwd: folder, encoding: 'utf8' });
  return { status, stderr };
}

/** A finished run of so many findings, whose results are larger than may be written. */
async function comparedFolder(findings = 200): Promise<string> {
  const records = (ask: string) =>
    Array.from({ length: findings }, (_, at) => ({
      instruction: `${ask} ${at}`,
      output: `${at}. ${TEXTS.tides} ${at}.`,
    }));
  const folder = await folderWith({
    'originals.jsonl': records('tell'),
    'suspect.jsonl': records('ask'),
    'control.jsonl': [{ instruction: 'say', output: TEXTS.bread.repeat(8000) }],
  });
  await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  return folder;
}

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  it.each([
    ['its matches are written', 200, []],
    ['its matches wait for the other originals', 1000, []],
    ['controls wait', 200, ['--controls', 'control.jsonl']],
  ])(
    'ends a comparison while %s with its reason, and leaves the old run alone',
    async (_, findings, more) => {
      const folder = await comparedFolder(findings);
      const runs = await readdir(path.join(folder, CASE, 'runs'));
      const words = ['suspect.jsonl', '--originals', 'originals.jsonl', '--index-dir', '.index', '--quiet'];
      const { status, stderr } = callIn(folder, 'compare', ...words, ...more);
      expect(stderr).toBe(
        `The case folder ${path.join(folder, CASE)} cannot be written: no file may be so large there. Free some space there, or choose another with --out or open a folder that can be written.\n`,
      );
      expect(status).toBe(2);
      expect(await readdir(path.join(folder, CASE, 'runs'))).toEqual(runs);
    },
  );

  it.each([
    ['report', 'report.html', ['--format', 'html']],
    ['bundle', 'evidence', []],
    ['bundle', 'evidence.zip', []],
  ])('ends a %s into %s with its reason, and leaves nothing of it', async (command, out, more) => {
    const folder = await comparedFolder();
    const before = await readdir(folder);
    const { status, stderr } = callIn(folder, command, CASE, '--out', out, ...more);
    expect(stderr).toContain(
      `The ${command} ${path.join(folder, out)} cannot be written: no file may be so large there.`,
    );
    expect(status).toBe(2);
    expect(existsSync(path.join(folder, out))).toBe(false);
    expect(await readdir(folder)).toEqual(before);
  });
});

it.skipIf(!existsSync('/dev/full'))(
  'fails where its output cannot be written, and not where nobody reads it',
  async () => {
    const folder = await comparedFolder(1);
    const words = [
      'compare',
      'suspect.jsonl',
      '--originals',
      'originals.jsonl',
      '--index-dir',
      '.index',
      '--json',
    ];
    const call = (more: string) =>
      spawnSync('bash', ['-c', `set -o pipefail; "$0" "$@" ${more}`, process.execPath, PROGRAM, ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
    const { status, stderr } = call('> /dev/full');
    expect([status, stderr]).toEqual([2, 'The output cannot be written: the disk is full.\n']);
    expect(call('| true').status).toBe(0);
  },
);
