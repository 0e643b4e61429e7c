/** planted.json of a run: what became of the copies that were planted to test it. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/failure.js';
import type { Planted } from '../../shared/planted.js';
import { temporaryName } from '../temporary.js';
import { writing } from '../writeFailure.js';

const NAME = 'planted.json';

/** Writes planted.json into a run's folder, whole or not at all; throws Failure('case') where it can't. */
export async function writePlanted(runDir: string, planted: Planted): Promise<void> {
  const file = path.join(runDir, NAME);
  const scratch = temporaryName(file);
  await writing(file, 'Free some space there.', async () => {
    await writeFile(scratch, JSON.stringify(planted, null, 2) + '\n');
    await rename(scratch, file);
  });
}

/** Returns planted.json of `runDir`, undefined if nothing was planted; throws Failure('case') if it is damaged. */
export async function readPlanted(runDir: string): Promise<Planted | undefined> {
  const file = path.join(runDir, NAME);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const planted = JSON.parse(text) as Partial<Planted>;
    if (!Array.isArray(planted.shares) || typeof planted.originals !== 'number')
      throw new Error('it has another form');
    return planted as Planted;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('case', `${file} cannot be read (${reason}). Test what would be found again.`);
  }
}
