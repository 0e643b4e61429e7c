import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { makeBundle } from '../../../src/engine/bundle/makeBundle.js';
import { verifyBundle } from '../../../src/engine/bundle/verifyBundle.js';
import { readSums, writeSums } from '../../../src/io/bundle/sums.js';
import { sha256 } from '../../../src/engine/identity.js';
import { compareIn, folderWith, HOOKS, TEXTS } from '../smallCase.js';
import { bundled, differing, everything, forge } from './bundledCase.js';

describe('a bundle', () => {
  it('is made again elsewhere from its own files, and every byte of the result agrees', async () => {
    const { folder, dir } = await bundled();
    const files = await everything(dir);
    expect(files).toContain(path.join('files', 'lab', 'originals.jsonl'));
    expect(files).toContain(path.join('files', 'up1', 'suspect [1].jsonl'));
    // Where it was made is gone, and it lies somewhere else.
    const elsewhere = path.join(folder, 'another place', 'b');
    await mkdir(path.dirname(elsewhere));
    await cp(dir, elsewhere, { recursive: true });
    for (const gone of ['work', 'lab', 'bundle']) await rm(path.join(folder, gone), { recursive: true });
    const checks = await verifyBundle({ path: elsewhere }, HOOKS);
    expect(differing(checks)).toEqual([]);
    expect(checks.map(({ what }) => what)).toEqual([
      `${files.length - 1} files have the hashes in SHA256SUMS, and there are no others`,
      'The run made again is the same run',
      'Every match, score and passage is the same',
      'The same records were skipped',
      'The rates of chance are the same',
      'The bundle says of itself what it has to say of this run',
      'The logs of verdicts and exclusions are whole chains',
    ]);
    // Nothing of the check is left.
    expect(await everything(elsewhere)).toEqual(files);
  });

  it('is not written into while it is verified, and what a killed check left elsewhere is removed', async () => {
    const { folder, dir } = await bundled({ planted: 5 });
    const files = await everything(dir);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, folder);
    const left = path.join(folder, `distillation-evidence.${pid}-0-0123abcd.tmp`);
    await mkdir(left);
    const seen = new Set<string>();
    const progress = () => {
      for (const name of readdirSync(dir, { recursive: true, withFileTypes: true }))
        if (name.isFile()) seen.add(path.relative(dir, path.join(name.parentPath, name.name)));
    };
    const checks = await verifyBundle({ path: dir }, { ...HOOKS, progress }).finally(() =>
      vi.unstubAllEnvs(),
    );
    expect(differing(checks)).toEqual([]);
    expect([...seen].sort()).toEqual(files);
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('distillation-evidence.'))).toEqual([]);
  });

  it('keeps folders apart from those that it puts above the case', async () => {
    const folder = await folderWith({
      'work/a.jsonl': [{ instruction: 'tides?', output: TEXTS.tides }],
      'up1/a.jsonl': [{ instruction: 'pools?', output: TEXTS.tides }],
      'UP_1/a.jsonl': [{ instruction: 'bread?', output: TEXTS.bread }],
    });
    const caseDir = path.join(folder, 'work', '.distillation-evidence');
    const { dir } = await compareIn(folder, ['work/a.jsonl'], ['up1', 'UP_1'], { caseDir });
    const out = path.join(folder, 'bundle');
    await makeBundle({ runDir: dir, out }, HOOKS);
    expect(await everything(path.join(out, 'files'))).toEqual(
      expect.arrayContaining(['up__1', 'up1', 'UP_1'].map((name) => path.join(name, 'a.jsonl'))),
    );
    expect(differing(await verifyBundle({ path: out }, HOOKS))).toEqual([]);
  });

  it('is one file as well, the same bytes each time, and verified from it', async () => {
    const { folder, runDir } = await bundled();
    const before = await readdir(folder);
    const [one, two] = ['one.zip', 'two.zip'].map((name) => path.join(folder, name)) as [string, string];
    await makeBundle({ runDir, out: one }, HOOKS);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03') });
    await makeBundle({ runDir, out: two }, HOOKS).finally(() => vi.useRealTimers());
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
    expect((await readdir(folder)).sort()).toEqual([...before, 'one.zip', 'two.zip'].sort());
    const checks = await verifyBundle({ path: one }, HOOKS);
    expect([differing(checks), checks.length]).toEqual([[], 7]);
    await writeFile(two, 'PK, but no archive');
    await expect(verifyBundle({ path: two }, HOOKS)).rejects.toThrow('two.zip cannot be unpacked');
  });

  it('is refused as a .zip that would write elsewhere, or unpack to far more than it is', async () => {
    const folder = await folderWith({});
    const file = path.join(folder, 'evil.zip');
    for (const name of ['../out.txt', '/out.txt', 'a/../../out.txt', 'C:\\out.txt']) {
      await writeFile(file, zipSync({ [name]: new Uint8Array(3) }));
      await expect(verifyBundle({ path: file }, HOOKS)).rejects.toThrow(
        `it holds the path ${JSON.stringify(name)}`,
      );
    }
    await writeFile(file, zipSync({ bomb: new Uint8Array(80 << 20) }));
    await expect(verifyBundle({ path: file }, HOOKS)).rejects.toThrow('it unpacks to too much');
  });

  it('says which file was changed, added or taken away, and compares nothing then', async () => {
    const { dir } = await bundled();
    await appendFile(path.join(dir, 'files', 'lab', 'public.txt'), ' ');
    await writeFile(path.join(dir, 'files', 'more.txt'), '');
    await rm(path.join(dir, 'README.txt'));
    const checks = await verifyBundle({ path: dir }, HOOKS);
    expect(checks).toHaveLength(2);
    expect(checks[0]!.differences).toEqual([
      'files/more.txt: not in SHA256SUMS',
      'README.txt: missing',
      `files/lab/public.txt: its SHA-256 is ${sha256(`${TEXTS.tides} `)}`,
    ]);
  });

  it('is not believed when a score was changed and hashed anew', async () => {
    const { dir } = await bundled();
    await forge(dir, 'matches.jsonl', (matches) =>
      matches.replace(/"distinctiveTokens":\{"value":\d+/, '"distinctiveTokens":{"value":999'),
    );
    expect(differing(await verifyBundle({ path: dir }, HOOKS))).toEqual([
      ['Every match, score and passage is the same', 'matches.jsonl differs from line 1 on'],
    ]);
  });

  it('is refused where an input has changed, and where the place is taken; nothing half-written is left', async () => {
    const { folder, dir, runDir } = await bundled();
    await expect(makeBundle({ runDir, out: dir }, HOOKS)).rejects.toThrow('is there already');
    await appendFile(path.join(folder, 'lab', 'public.txt'), ' ');
    const before = await readdir(folder);
    await expect(makeBundle({ runDir, out: path.join(folder, 'second') }, HOOKS)).rejects.toThrow(
      'public.txt has changed since it was compared',
    );
    const stopped = { ...HOOKS, signal: AbortSignal.abort() };
    await expect(makeBundle({ runDir, out: path.join(folder, 'third') }, stopped)).rejects.toThrow(
      'Cancelled',
    );
    expect(await readdir(folder)).toEqual(before);
    await expect(verifyBundle({ path: folder }, HOOKS)).rejects.toThrow('is no bundle: it has no SHA256SUMS');
  });
});

it('reads the sums that it writes, and those of sha256sum, and no path that leads out', () => {
  const hash = 'a'.repeat(64);
  const sums = ['a b', 'line\nbreak', 'back\\slash\r', 'ä'].map((name) => ({ sha256: hash, path: name }));
  const { sums: read, wrong } = readSums(writeSums(sums));
  expect([read.map((sum) => sum.path).sort(), wrong]).toEqual([sums.map((sum) => sum.path).sort(), []]);
  expect(readSums(`${hash} *x\n${hash}  ../x\n${hash}  /x\nx\n${hash}  a/../../x\n${hash}  C:\\x\n`)).toEqual(
    {
      sums: [{ sha256: hash, path: 'x' }],
      wrong: [2, 3, 4, 5, 6],
    },
  );
});
