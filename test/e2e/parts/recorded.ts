import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Line {
  readonly verdict: string;
  readonly time: string;
}

/** The lines of the one verdict file in the case of `folder`, in the order in which they were given. */
export async function recordedLines(folder: string): Promise<Line[]> {
  const verdicts = join(folder, '.distillation-evidence', 'verdicts');
  const names = (await readdir(verdicts)).filter((name) => name.endsWith('.jsonl'));
  const text = await readFile(join(verdicts, names[0]!), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Their verdicts. */
export async function recordedVerdicts(folder: string): Promise<string[]> {
  return (await recordedLines(folder)).map(({ verdict }) => verdict);
}
