/** Why a path could not be read, in words that say what to do. */
import { Failure } from '../../shared/failure.js';
import { errorCode } from '../errorCode.js';

/** The failure for an error that the file system threw for `path`. */
export function accessFailure(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure('input', `${path} ${reason(error)}`);
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist. It may have been moved, renamed or deleted: choose it again.';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read: permission is denied. Give yourself read permission, or choose a copy of it.';
    case 'EISDIR':
      return 'is a folder where a file was expected. Choose a dataset file in it.';
    case 'ELOOP':
      return 'is a link that leads to itself. Choose the file that it should lead to.';
    default:
      return `could not be read (${error instanceof Error ? error.message : String(error)}). Check the file and try again.`;
  }
}
