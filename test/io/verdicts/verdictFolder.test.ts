import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewerFileName } from '../../../src/io/chain/reviewerFile.js';
import { VerdictFolder } from '../../../src/io/verdicts/verdictFolder.js';
import { entry } from './entry.js';
import { newFolder } from './folders.js';

const ANNA = 'Anna Müller';
const BEN = 'ben';

describe('the verdicts of a case', () => {
  it('are everybody’s latest, each in a file of their own', async () => {
    const caseDir = await newFolder();
    const folder = new VerdictFolder(caseDir);
    await folder.append(ANNA, [entry(1), entry(2)]);
    await folder.append(BEN, [entry(1, { reviewer: BEN, verdict: 'dismissed' })]);
    await folder.append(ANNA, [entry(1, { verdict: 'unsure', note: 'why' })]);
    const again = new VerdictFolder(caseDir);
    expect(await again.look()).toBe(true);
    expect(await again.look()).toBe(false);
    for (const { book } of [folder, again]) {
      expect(book.of(entry(1).pair).map(({ reviewer, verdict }) => [reviewer, verdict])).toEqual([
        [ANNA, 'unsure'],
        [BEN, 'dismissed'],
      ]);
      expect(book.of(entry(3).pair)).toEqual([]);
      expect(book.reviewers()).toEqual([ANNA, BEN]);
    }
  });

  it('forget a verdict that was cleared, and keep its note', async () => {
    const folder = new VerdictFolder(await newFolder());
    await folder.append(ANNA, [entry(2), entry(2, { verdict: 'cleared' })]);
    expect(folder.book.of(entry(2).pair)).toEqual([]);
    await folder.append(ANNA, [entry(2, { verdict: 'cleared', note: 'later' })]);
    expect(folder.book.of(entry(2).pair)).toMatchObject([{ verdict: 'cleared', note: 'later' }]);
  });

  it('are read again when git brings, changes or removes a file', async () => {
    const caseDir = await newFolder();
    const [mine, theirs] = [new VerdictFolder(caseDir), new VerdictFolder(caseDir)];
    await mine.append(ANNA, [entry(1)]);
    await theirs.append(BEN, [entry(1, { reviewer: BEN })]);
    expect(await mine.look()).toBe(true);
    expect(mine.book.of(entry(1).pair)).toHaveLength(2);
    const file = path.join(caseDir, 'verdicts', `${BEN}.jsonl`);
    await appendFile(file, '<<<<<<< HEAD\n');
    expect(await mine.look()).toBe(true);
    expect(mine.damages).toMatchObject([{ path: file, line: 2 }]);
    await rm(file);
    expect(await mine.look()).toBe(true);
    expect(mine.damages).toEqual([]);
    expect(mine.book.of(entry(1).pair)).toHaveLength(1);
  });

  it('of two reviewers merge in git without a conflict', async () => {
    const folder = await newFolder();
    const git = (...words: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'commit.gpgsign=false', ...words],
        {
          cwd: folder,
          stdio: 'pipe',
        },
      );
    const commit = () => {
      git('add', '-A');
      git('commit', '-qm', 'verdicts');
    };
    const caseDir = path.join(folder, '.distillation-evidence');
    await mkdir(caseDir);
    git('init', '-q', '-b', 'main');
    const names = [ANNA, BEN];
    for (const reviewer of names) await new VerdictFolder(caseDir).append(reviewer, [entry(0, { reviewer })]);
    commit();
    for (const [at, reviewer] of names.entries()) {
      git('checkout', '-q', '-b', `work-${at}`, 'main');
      const verdict = at === 0 ? 'confirmed' : 'dismissed';
      for (let n = 1; n < 20; n++)
        await new VerdictFolder(caseDir).append(reviewer, [entry(n, { reviewer, verdict })]);
      commit();
    }
    git('merge', '-q', '--no-edit', 'work-0');
    const merged = new VerdictFolder(caseDir);
    await merged.look();
    expect(merged.damages).toEqual([]);
    expect(merged.book.of(entry(19).pair).map(({ verdict }) => verdict)).toEqual(['confirmed', 'dismissed']);
    expect((await readFile(path.join(caseDir, 'verdicts', `${BEN}.jsonl`), 'utf8')).split('\n')).toHaveLength(
      21,
    );
  });
});

describe('the name of a verdict file', () => {
  it.each(['anna', 'Anna Müller', '安娜', 'j.doe-2', 'Zoë_K'])('is the reviewer’s own: %s', (name) => {
    expect(reviewerFileName(name)).toBe(`${name}.jsonl`);
  });

  it.each([
    '../../etc/passwd',
    'a/b',
    'a\\b',
    '',
    '.hidden',
    'con',
    'nul.txt',
    'x'.repeat(300),
    'a\u0000b',
    'ends.',
    'C:evil',
    '\u0301',
  ])('is safe for %j, and nobody else’s', (name) => {
    const file = reviewerFileName(name);
    expect(file).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*-[0-9a-f]{8}\.jsonl$/u);
    expect(Buffer.byteLength(file)).toBeLessThan(200);
    expect(file).not.toBe(reviewerFileName(`${name}x`));
  });
});
