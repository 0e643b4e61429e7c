/**
 * One reviewer's verdict file. It only grows: an append is on the disk before it counts, follows whatever the file
 * ends with then, and leaves damage as it lies. A line that was cut off in the middle of an append stays, the next
 * one begins on a line of its own and its `previous` is the hash of the stump, so that the stump cannot be changed
 * unseen either.
 */
import type { BigIntStats } from 'node:fs';
import { mkdir, open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../shared/failure.js';
import type { VerdictEntry } from '../../shared/verdict.js';
import { withFileLock } from './fileLock.js';
import { EMPTY_TAIL, readChain, type ChainTail, type VerdictChain } from './verdictChain.js';
import { lineHash, writeLine } from './verdictLine.js';

const ABSENT = 'absent';

export class VerdictFile {
  #tail: ChainTail = EMPTY_TAIL;
  /** Of the file as it was read or written last. */
  #stamp = ABSENT;

  constructor(readonly file: string) {}

  /** The chain as it lies on disk, or undefined if nobody else changed it since the last look. Throws Failure('case'). */
  async look(): Promise<VerdictChain | undefined> {
    const stamp = stampOf(await stat(this.file, { bigint: true }).catch(() => undefined));
    if (stamp === this.#stamp) return undefined;
    const bytes = stamp === ABSENT ? Buffer.alloc(0) : await readFile(this.file).catch(refuse(this.file));
    const chain = readChain(bytes, this.file);
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
  async append(entries: readonly VerdictEntry[]): Promise<VerdictChain | undefined> {
    const folder = path.dirname(this.file);
    await mkdir(folder, { recursive: true }).catch(refuse(this.file));
    return withFileLock(path.join(folder, `.${path.basename(this.file)}.lock`), async () => {
      const seen = await this.look();
      const isNew = this.#stamp === ABSENT;
      const { text, tail } = textOf(entries, this.#tail);
      const handle = await open(this.file, 'a').catch(refuse(this.file));
      try {
        await appendSynced(handle, text, this.file);
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

function textOf(entries: readonly VerdictEntry[], after: ChainTail): { text: string; tail: ChainTail } {
  let { hash } = after;
  const lines = entries.map((entry) => {
    const line = writeLine(entry, hash);
    hash = lineHash(Buffer.from(line));
    return `${line}\n`;
  });
  return { text: (after.ended ? '' : '\n') + lines.join(''), tail: { hash, ended: true } };
}

/** A write that fails, on a full disk say, is taken back: nobody was told that it is there. */
async function appendSynced(handle: FileHandle, text: string, file: string): Promise<void> {
  const { size } = await handle.stat();
  try {
    await handle.appendFile(text);
    await handle.sync();
  } catch (error) {
    await handle.truncate(size).catch(() => undefined);
    refuse(file)(error);
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

function refuse(file: string): (error: unknown) => never {
  return (error) => {
    throw new Failure(
      'case',
      `The verdict file ${file} cannot be read or written (${String(error)}). No verdict was recorded.`,
    );
  };
}
