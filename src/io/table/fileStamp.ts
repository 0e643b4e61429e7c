/** By what a file is told from what it was when it was opened. */
import { stat } from 'node:fs/promises';
import { accessFailure } from '../dataset/accessFailure.js';

export class FileStamp {
  private constructor(
    private readonly path: string,
    private readonly stamp: string,
  ) {}

  /** Throws Failure('input') if the file is not there. */
  static async of(path: string): Promise<FileStamp> {
    return new FileStamp(
      path,
      await stampOf(path).catch((error: unknown) => {
        throw accessFailure(path, error);
      }),
    );
  }

  /** True if the file was written, replaced or removed since. */
  async changed(): Promise<boolean> {
    return (await stampOf(this.path).catch(() => '')) !== this.stamp;
  }
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ino}`;
}
