/** The texts behind a run's addresses, read again from their files when a view wants them. */
import { DatasetRecords } from '../io/dataset/datasetRecords.js';
import type { ShapeOverride } from '../shared/dataset.js';
import type { MatchSide } from '../shared/match.js';
import { stampOf } from '../io/fileStamp.js';
import { sha256 } from './identity.js';

/** A response as its file holds it now. */
export interface TextAt {
  readonly text: string;
  readonly prompt: string;
  /** The file no longer holds what was compared. */
  readonly stale: boolean;
  /** Nor any other text at its place. */
  readonly gone?: true;
}

/** Characters of texts that are kept: a few screens of the list and the pairs around the selected one. */
const KEPT = 16_000_000;

/** What is known of a file, and of which one of this name. */
interface KeptTexts {
  readonly texts: Map<string, Promise<TextAt>>;
  stamp: string;
  /** One look for all that ask at once. */
  looking: Promise<string> | undefined;
}

export class ResponseTexts {
  readonly #files = new Map<string, DatasetRecords>();
  readonly #kept = new Map<string, KeptTexts>();
  #characters = 0;

  constructor(readonly shapeOf: (path: string) => ShapeOverride | undefined) {}

  /** Returns the response at an address; a record that is gone or changed gives an empty, stale text. */
  async at(side: MatchSide): Promise<TextAt> {
    const texts = await this.#textsOf(side.path);
    const key = JSON.stringify([side.record, side.pointer, side.range ?? null, side.sha256]);
    let text = texts.get(key);
    if (!text) {
      text = this.#read(side);
      texts.set(key, text);
      void text.then(
        (read) => this.#weigh(read),
        () => texts.delete(key),
      );
    }
    return text;
  }

  /** The texts of many responses, file by file and in the order of each; "" for one that is gone. Nothing is kept. */
  async *each<T extends { readonly at: MatchSide }>(
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, string])[]> {
    for await (const batch of this.#found(items))
      yield batch.map(([item, found]) => [item, found?.text ?? '']);
  }

  /** The same, with prompts, and whether each is what was compared. */
  async *eachAt<T extends { readonly at: MatchSide }>(
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, TextAt])[]> {
    for await (const batch of this.#found(items))
      yield batch.map(([item, found]) => [item, textAt(item.at, found)]);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()));
  }

  #weigh({ text, prompt }: TextAt): void {
    this.#characters += text.length + prompt.length;
    if (this.#characters < KEPT) return;
    this.#kept.clear();
    this.#characters = 0;
  }

  /** The texts that are kept of a file; those of what it was before are forgotten. */
  async #textsOf(path: string): Promise<KeptTexts['texts']> {
    const kept = this.#kept.get(path) ?? { texts: new Map(), stamp: '', looking: undefined };
    this.#kept.set(path, kept);
    kept.looking ??= stampOf(path)
      .catch(() => '')
      .finally(() => (kept.looking = undefined));
    const stamp = await kept.looking;
    if (stamp !== kept.stamp) kept.texts.clear();
    kept.stamp = stamp;
    return kept.texts;
  }

  async #read(side: MatchSide): Promise<TextAt> {
    return textAt(side, await this.#file(side.path).response(side));
  }

  async *#found<T extends { readonly at: MatchSide }>(
    items: readonly T[],
  ): AsyncGenerator<(readonly [T, Found | undefined])[]> {
    const files = new Map<string, T[]>();
    for (const item of items) {
      const { path } = item.at;
      const known = files.get(path);
      if (known) known.push(item);
      else files.set(path, [item]);
    }
    for (const [path, some] of files) yield* this.#file(path).responses(some);
  }

  #file(path: string): DatasetRecords {
    let file = this.#files.get(path);
    if (!file) this.#files.set(path, (file = new DatasetRecords(path, this.shapeOf(path))));
    return file;
  }
}

type Found = Pick<TextAt, 'text' | 'prompt'>;

function textAt(side: MatchSide, found: Found | undefined): TextAt {
  if (!found) return { text: '', prompt: '', stale: true, gone: true };
  return { text: found.text, prompt: found.prompt, stale: sha256(found.text) !== side.sha256 };
}
