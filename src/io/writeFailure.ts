/** Why something could not be written, in words that say what to do. */
import { Failure } from '../shared/failure.js';
import { errorCode } from './errorCode.js';

/**
 * Resolves with what `work` does. What the file system throws in it becomes a Failure('case') that says that `what`
 * cannot be written, why, and what to do: `remedy`.
 */
export async function writing<T>(what: string, remedy: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new Failure('case', `${what} cannot be written: ${whyUnwritten(error)}. ${remedy}`);
  }
}

/** Why the file system did not write, without a stop at the end. */
export function whyUnwritten(error: Error): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EFBIG':
      return 'no file may be so large there';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EROFS':
      return 'the disk is read-only';
    default:
      return error.message;
  }
}
