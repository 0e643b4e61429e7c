/** Draws originals from all parts of the index. */
import type { Judging } from '../calibration/judgeControls.js';
import type { DrawnText, DrawTask } from './drawFromPart.js';
import { Lowest } from './lowest.js';

export interface DrawnOriginals {
  /** An equal text of two parts once, in the order of drawing. */
  readonly originals: readonly DrawnText[];
  /** Distinct texts of the originals, those of each part by themselves. */
  readonly texts: number;
  /** Of these: with less evidence than was asked for, so that they were not drawn. */
  readonly tooShort: number;
}

/** Draws up to `most` texts of all originals. Throws Failure if the index or a file changed. */
export async function drawOriginals(
  { corpus, pool }: Judging,
  task: Omit<DrawTask, 'file' | 'part'>,
): Promise<DrawnOriginals> {
  const drawn = new Lowest(task.most);
  let texts = 0;
  let tooShort = 0;
  await Promise.all(
    corpus.parts.map(async ({ file }, part) => {
      const ofPart = await pool.run('draw', { file, part, ...task });
      texts += ofPart.texts;
      tooShort += ofPart.tooShort;
      for (const one of ofPart.drawn) drawn.add(one);
    }),
  );
  const chosen = drawn.take();
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
    texts,
    tooShort,
  };
}
