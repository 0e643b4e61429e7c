import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareIn, folderWith, matchesOf, TEXTS } from '../smallCase.js';
import { FILE, FIRST, HOSTILE, hostileFolder, hostileRun, judge, reportOf } from './reportCase.js';

/** RFC 4180, by its grammar. */
function parse(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    expect(whole).toBeDefined();
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(cells);
    cells = [];
  }
  const [names = [], ...lines] = rows;
  for (const line of lines) expect(line).toHaveLength(names.length);
  return lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at]!])));
}

describe('the CSV report', () => {
  it('has a line for every reported match, and no cell that is a formula', async () => {
    const result = await hostileRun(await hostileFolder());
    await judge(result, ['@ada', 'ben'], { verdict: 'confirmed', note: HOSTILE });
    const text = await reportOf(result, 'csv');
    const rows = parse(text);
    const matches = (await matchesOf(result)).filter(({ reported }) => reported);
    expect(rows.map((row) => row['pair'])).toHaveLength(matches.length);
    expect(new Set(rows.map((row) => row['pair']))).toEqual(new Set(matches.map(({ pair }) => pair)));
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const [best] = rows;
    expect(best).toMatchObject({
      finding: '1',
      match: '1',
      suspect_path: `'${FILE}`,
      suspect_text: `'${FIRST}`,
      verdicts: expect.stringMatching(/^'@ada: confirmed \(.*Z\); ben: confirmed \(.*Z\)$/) as string,
      notes: `'@ada: ${HOSTILE}; ben: ${HOSTILE}`,
    });
    expect(rows.some((row) => row['suspect_text']!.startsWith(`'+Sourdough`))).toBe(true);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
  });

  it('leaves out a text that has changed, and says so; a long one is cut', async () => {
    const long = Array.from({ length: 6000 }, (_, at) => `word${at}`).join(' ');
    const folder = await folderWith({
      'originals.jsonl': [
        { prompt: 'a', response: long },
        { prompt: 'b', response: TEXTS.bread },
      ],
      'suspect.jsonl': [
        { prompt: 'a', response: long },
        { prompt: 'b', response: TEXTS.bread },
      ],
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    const file = path.join(folder, 'suspect.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Sourdough', 'Rye'));
    const [first, second] = parse(await reportOf(result, 'csv'));
    expect(first).toMatchObject({
      suspect_text: long.slice(0, 32_000),
      remarks: 'Texts are cut at 32000 characters.',
    });
    expect(second).toMatchObject({
      suspect_text: '',
      original_text: TEXTS.bread,
      remarks: expect.stringContaining('Stale: record 1 of suspect.jsonl has changed') as string,
    });
  });
});
