/** By what a file is told from what it was before. */
import { stat } from 'node:fs/promises';
import { accessFailure } from './dataset/accessFailure.js';

export class FileStamp {
  private constructor(
    private readonly path: string,
    private readonly stamp: string,
  ) {}

  /** Throws Failure('input') if the file is not there. */
  static async of(path: string): Promise<FileStamp> {
    return new FileStamp(path, await stampOf(path));
  }

  /** True if the file was written, replaced or removed since. */
  async changed(): Promise<boolean> {
    return (await stampOf(this.path).catch(() => '')) !== this.stamp;
  }
}

/**
 * What a file has no more when it was written to or replaced: its device, inode, size and times of change, in
 * nanoseconds. Throws Failure('input') if it is not there.
 */
export async function stampOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw accessFailure(path, error);
  });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
