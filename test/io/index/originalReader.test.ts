import { writeFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readColumns } from '../../../src/io/index/openPart.js';
import { OriginalReader, ROW_COLUMNS } from '../../../src/io/index/originalReader.js';
import { Readers } from '../../../src/io/index/readers.js';
import { compareIn, folderWith, TEXTS } from '../../engine/smallCase.js';

it('refuses an original that is not what was indexed, though a record stands in its place', async () => {
  const originals = [{ instruction: 'p', output: TEXTS.tides }];
  const folder = await folderWith({ 'a.jsonl': originals, 'suspect.jsonl': originals });
  await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']);
  const index = path.join(folder, '.index');
  const [name] = readdirSync(index, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.part'),
  );
  const part = readColumns(path.join(index, name!), ROW_COLUMNS)!;
  const file = path.join(folder, 'a.jsonl');
  const read = async () => {
    const { reader } = await new Readers().of(file, undefined);
    const original = new OriginalReader(part, { path: file, records: 0, lines: 0 }, reader);
    try {
      return original.read(0).text;
    } finally {
      original.close();
    }
  };
  expect(await read()).toBe(TEXTS.tides);
  const changed = TEXTS.tides.replace('sea', 'sun');
  writeFileSync(file, JSON.stringify({ instruction: 'p', output: changed }) + '\n');
  await expect(read()).rejects.toThrow('changed while it was compared');
});
