/** The independent answers of a run, which lie on disk: in memory, those of a large set would be most of what a comparison may take. */
import path from 'node:path';
import type { Answers } from '../../core/calibration/controlAnswers.js';
import { runsDir } from '../../io/case/paths.js';
import { Spool } from '../../io/case/spool.js';
import { temporaryName } from '../../io/temporary.js';
import type { ControlFile } from './controlFiles.js';

/** A file, the number of its first answer, and how many entries were added before that and forgotten. */
interface Stretch {
  readonly file: ControlFile;
  readonly first: number;
  readonly forgotten: number;
}

/** Answers are numbered from 0, file after file. What the file system throws is thrown. */
export class ControlTexts implements Answers {
  readonly #entries: Spool;
  readonly #stretches: Stretch[] = [];
  #count = 0;
  #forgotten = 0;

  /** Beyond the first megabyte a file of the case folder holds them; {@link close} removes it. */
  constructor(caseDir: string) {
    this.#entries = new Spool(temporaryName(path.join(runsDir(caseDir), '.answers')));
  }

  get count(): number {
    return this.#count;
  }

  /** Files that have answers. */
  get files(): ControlFile[] {
    const firstOf = (at: number): number => this.#stretches[at]?.first ?? this.#count;
    return this.#stretches.filter((_, at) => firstOf(at + 1) > firstOf(at)).map(({ file }) => file);
  }

  /** Begins a file, whose answers are added next. */
  begin(file: ControlFile): void {
    this.#stretches.push({ file, first: this.#count, forgotten: this.#forgotten });
  }

  add(prompt: string, text: string): void {
    // JSON keeps lone surrogates, which UTF-8 alone would not.
    this.#entries.add(Buffer.from(JSON.stringify([prompt, text])));
    this.#count++;
  }

  /** Takes the file that was begun last back, with its answers. */
  forget(): void {
    const { first } = this.#stretches.pop()!;
    this.#forgotten += this.#count - first;
    this.#count = first;
  }

  at(answer: number): { readonly prompt: string; readonly text: string } {
    const { forgotten } = this.#stretchOf(answer);
    const entry = this.#entries.entry(answer + forgotten).toString();
    const [prompt, text] = JSON.parse(entry) as [string, string];
    return { prompt, text };
  }

  fileOf(answer: number): ControlFile {
    return this.#stretchOf(answer).file;
  }

  /** Each answer with its file. */
  *each(): Generator<{ readonly prompt: string; readonly text: string; readonly file: ControlFile }> {
    for (let answer = 0; answer < this.#count; answer++)
      yield { ...this.at(answer), file: this.fileOf(answer) };
  }

  /** The text of each answer. */
  *texts(): Generator<string> {
    for (let answer = 0; answer < this.#count; answer++) yield this.at(answer).text;
  }

  close(): void {
    this.#entries.close();
  }

  #stretchOf(answer: number): Stretch {
    let low = 0;
    let high = this.#stretches.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#stretches[middle]!.first <= answer) low = middle;
      else high = middle;
    }
    return this.#stretches[low]!;
  }
}
