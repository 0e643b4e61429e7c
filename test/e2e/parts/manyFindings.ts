import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../host/support/texts.js';

/** A folder whose suspect holds `count` originals, each with one word changed; the longest come first in the list. */
export async function writeFindings(folder: string, count: number): Promise<void> {
  const texts = Array.from({ length: count }, (_, at) => words(at + 1, 80 - at));
  const lines = (all: readonly string[]) =>
    all.map((output, at) => `${JSON.stringify({ instruction: `ask ${at}`, output })}\n`).join('');
  await mkdir(join(folder, 'originals'));
  await writeFile(join(folder, 'originals', 'answers.jsonl'), lines(texts));
  await writeFile(
    join(folder, 'suspect.jsonl'),
    lines(texts.map((text) => text.replace(/\w+$/, 'otherwise'))),
  );
}
