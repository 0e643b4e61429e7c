/** Draws originals from all parts of the index. */
import type { Judging } from '../calibration/judgeControls.js';
import { inOrder, type DrawnText, type DrawTask } from './drawFromPart.js';

export interface DrawnOriginals {
  /** An equal text of two parts once, in the order of drawing. */
  readonly originals: readonly DrawnText[];
  /** Distinct texts of the originals, those of each part by themselves. */
  readonly texts: number;
  /** Of these: with fewer tokens than were asked for, so that they were not drawn. */
  readonly tooShort: number;
}

/** Draws up to `most` texts of all originals. Throws Failure if the index or a file changed. */
export async function drawOriginals(
  { corpus, pool }: Judging,
  task: Omit<DrawTask, 'file'>,
): Promise<DrawnOriginals> {
  const draws = await Promise.all(corpus.parts.map(({ file }) => pool.run('draw', { file, ...task })));
  const all = draws.flatMap(({ drawn }, part) => drawn.map((one) => ({ ...one, part })));
  const first = new Map<number, (typeof all)[number]>();
  for (const one of inOrder(all)) if (!first.has(one.key)) first.set(one.key, one);
  const chosen = [...first.values()].slice(0, task.most);
  const byKey = new Map<number, DrawnText>();
  await Promise.all(
    corpus.parts.map(async (part, number) => {
      const mine = chosen.filter((one) => one.part === number);
      if (mine.length === 0) return;
      const responses = await pool.run('readTexts', { part, texts: mine.map(({ text }) => text) });
      responses.forEach((response, at) => byKey.set(mine[at]!.key, response));
    }),
  );
  return {
    originals: chosen.map(({ key }) => byKey.get(key)!),
    texts: draws.reduce((sum, one) => sum + one.texts, 0),
    tooShort: draws.reduce((sum, one) => sum + one.tooShort, 0),
  };
}
