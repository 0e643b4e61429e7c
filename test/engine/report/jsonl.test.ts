import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Match } from '../../../src/shared/match.js';
import { matchesOf, TEXTS } from '../smallCase.js';
import { FIRST, HOSTILE, hostileFolder, hostileRun, judge, reportOf } from './reportCase.js';

interface Line {
  readonly finding: number;
  readonly routes: string[];
  readonly verdicts: object[];
  readonly suspect: { text: string; prompt: string } | null;
  readonly originals: ({ text: string } | null)[];
  readonly matches: Match[];
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

it('has a finding a line, its matches as the run has them, with texts and verdicts', async () => {
  const folder = await hostileFolder();
  const result = await hostileRun(folder);
  await judge(result, ['ada'], { verdict: 'unsure', note: HOSTILE, routes: { 'third source': true } });
  const lines = linesOf(await reportOf(result, 'jsonl'));
  expect(lines.map(({ finding }) => finding)).toEqual([1, 2, 3]);
  const reported = (await matchesOf(result)).filter((match) => match.reported);
  const written = lines.flatMap(({ matches }) => matches);
  expect(written).toHaveLength(reported.length);
  for (const match of written) expect(reported).toContainEqual(match);
  expect(lines[0]).toMatchObject({
    routes: ['third source'],
    verdicts: [{ verdict: 'unsure', note: HOSTILE, reviewer: 'ada' }],
    suspect: { text: FIRST, prompt: HOSTILE },
    originals: [{ text: FIRST }, { text: `${TEXTS.tides} More of it follows here.` }],
  });
  const file = path.join(folder, 'originals/b.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('More of it', 'Less of it'));
  expect(linesOf(await reportOf(result, 'jsonl'))[0]!.originals[1]).toBeNull();
});

it('is empty where nothing was reported', async () => {
  const folder = await hostileFolder();
  await writeFile(
    path.join(folder, 'originals/a.jsonl'),
    JSON.stringify({ prompt: 'x', response: 'Paris.' }),
  );
  await writeFile(path.join(folder, 'originals/b.jsonl'), JSON.stringify({ prompt: 'x', response: 'Rome.' }));
  expect(await reportOf(await hostileRun(folder, { planted: 0 }), 'jsonl')).toBe('');
});
