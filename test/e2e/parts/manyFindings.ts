import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { words } from '../../host/support/texts.js';
import { COMPARE } from './commands.js';
import type { Workbench } from './workbench.js';

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

/** Compares the suspect of that folder with its originals, through the pickers that a first comparison shows. */
export async function compareFindings(workbench: Workbench): Promise<void> {
  await workbench.openFile('suspect.jsonl');
  await workbench.run(COMPARE);
  await workbench.pick('Add folder…');
  await workbench.chooseFolder('originals', 'Add to Originals');
  await workbench.row('originals').waitFor();
  await expect
    .poll(() => workbench.row('originals').getByRole('checkbox').isChecked(), { timeout: 20_000 })
    .toBe(true);
  await workbench.accept();
  await workbench.row('Choose fields').waitFor();
  await workbench.pick('Compare');
}
