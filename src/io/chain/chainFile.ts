/**
 * One reviewer's file of chained lines. It only grows: an append is on the disk before it counts, follows whatever the file
 * ends with then, and leaves damage as it lies. A line that was cut off in the middle of an append stays, the next
 * one begins on a line of its own and its `previous` is the hash of the stump, so that the stump cannot be changed
 * unseen either.
 */
import type { BigIntStats } from 'node:fs';
import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/failure.js';
import { makeFolder } from '../makeFolder.js';
import { EMPTY_TAIL, readChain, type Chain, type ChainTail } from './chain.js';
import { lineHash, writeLine, type EntryKind } from './chainLine.js';
import { withFileLock } from './fileLock.js';

const ABSENT = 'absent';

export class ChainFile<E> {
  #tail: ChainTail = EMPTY_TAIL;
  /** Of the file as it was read or written last. */
  #stamp = ABSENT;

  /** @param file its path */
  constructor(
    readonly file: string,
    readonly kind: EntryKind<E>,
  ) {}

  /** The chain as it lies on disk, or undefined if nobody else changed it since the last look. Throws Failure('case'). */
  async look(): Promise<Chain<E> | undefined> {
    const stamp = stampOf(await stat(this.file, { bigint: true }).catch(() => undefined));
    if (stamp === this.#stamp) return undefined;
    const bytes = stamp === ABSENT ? Buffer.alloc(0) : await readFile(this.file).catch(refuse(this));
    const chain = readChain(this.kind, bytes, this.file);
    this.#tail = chain.tail;
    // Bytes that came between the two are read at the next look.
    this.#stamp = stamp;
    return chain;
  }

  /**
   * Appends `entries` in one write and resolves once they are on the disk, with what others had written meanwhile, as
   * `look`. Two windows of one reviewer take turns. Throws Failure('case') if they can't be written; then none of
   * them is.
   */
  async append(entries: readonly E[]): Promise<Chain<E> | undefined> {
    const folder = path.dirname(this.file);
    await makeFolder(folder).catch(refuse(this));
    return withFileLock(path.join(folder, `.${path.basename(this.file)}.lock`), async () => {
      const seen = await this.look();
      const isNew = this.#stamp === ABSENT;
      const { text, tail } = textOf(this.kind, entries, this.#tail);
      const handle = await open(this.file, 'a').catch(refuse(this));
      try {
        await appendSynced(handle, text, this);
        this.#tail = tail;
        this.#stamp = stampOf(await handle.stat({ bigint: true }));
      } finally {
        await handle.close();
      }
      if (isNew) await Promise.all([syncFolder(folder), syncFolder(path.dirname(folder))]);
      return seen;
    });
  }
}

interface Named {
  readonly file: string;
  readonly kind: { readonly noun: string };
}

function textOf<E>(
  kind: EntryKind<E>,
  entries: readonly E[],
  after: ChainTail,
): { text: string; tail: ChainTail } {
  let { hash } = after;
  const lines = entries.map((entry) => {
    const line = writeLine(kind, entry, hash);
    hash = lineHash(Buffer.from(line));
    return `${line}\n`;
  });
  return { text: (after.ended ? '' : '\n') + lines.join(''), tail: { hash, ended: true } };
}

/** A write that fails, on a full disk say, is taken back: nobody was told that it is there. */
async function appendSynced(handle: FileHandle, text: string, to: Named): Promise<void> {
  const { size } = await handle.stat();
  try {
    await handle.appendFile(text);
    await handle.sync();
  } catch (error) {
    await handle.truncate(size).catch(() => undefined);
    refuse(to)(error);
  }
}

/** A new file is safe once its folder is on the disk; Windows neither needs nor allows that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function stampOf(found: BigIntStats | undefined): string {
  return found ? `${found.size} ${found.mtimeNs} ${found.ino}` : ABSENT;
}

function refuse({ file, kind: { noun } }: Named): (error: unknown) => never {
  return (error) => {
    throw new Failure(
      'case',
      `The ${noun} file ${file} cannot be read or written (${String(error)}). No ${noun} was recorded.`,
    );
  };
}
