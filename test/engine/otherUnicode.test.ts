import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { compareIn, folderWith, TEXTS } from './smallCase.js';

const versions = Object.getOwnPropertyDescriptor(process, 'versions')!;
afterEach(() => Object.defineProperty(process, 'versions', versions));

it('makes another index and another run where the Unicode tables are others', async () => {
  const records = [{ instruction: 'p', output: TEXTS.tides }];
  const folder = await folderWith({ 'a.jsonl': records, 'suspect.jsonl': records });
  const entries = () => readdirSync(path.join(folder, '.index')).length;
  const compared = async () =>
    (await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], { planted: 0 })).manifest.run;
  const before = await compared();
  expect([await compared(), entries()]).toEqual([before, 1]);
  const value = { ...process.versions, unicode: '1.0' };
  Object.defineProperty(process, 'versions', { ...versions, value });
  expect(await compared()).not.toBe(before);
  expect(entries()).toBe(2);
});
