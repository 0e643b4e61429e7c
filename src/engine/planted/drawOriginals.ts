/** Draws originals from all parts of the index. */
import type { Judging } from '../calibration/judgeControls.js';
import { inOrder, type Drawn, type DrawnText, type DrawTask } from './drawFromPart.js';

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
  const drawn = new Lowest(task.most);
  let texts = 0;
  let tooShort = 0;
  await Promise.all(
    corpus.parts.map(async ({ file }, part) => {
      const ofPart = await pool.run('draw', { file, ...task });
      texts += ofPart.texts;
      tooShort += ofPart.tooShort;
      for (const one of ofPart.drawn) drawn.add({ ...one, part });
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

interface DrawnInPart extends Drawn {
  readonly part: number;
}

/** The distinct texts drawn first: thousands of parts offer so many each that all together would fill the memory. */
class Lowest {
  #byKey = new Map<number, DrawnInPart>();

  constructor(private readonly most: number) {}

  /** Adds a text; of equal ones that of the first part stays, whichever comes first. */
  add(one: DrawnInPart): void {
    const known = this.#byKey.get(one.key);
    if (!known || one.part < known.part) this.#byKey.set(one.key, one);
    if (this.#byKey.size >= 4 * this.most) this.#byKey = new Map(this.take().map((kept) => [kept.key, kept]));
  }

  /** As many as are drawn at most, in the order of drawing. */
  take(): DrawnInPart[] {
    return inOrder([...this.#byKey.values()]).slice(0, this.most);
  }
}
