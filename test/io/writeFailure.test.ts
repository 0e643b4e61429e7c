import { describe, expect, it } from 'vitest';
import { writing } from '../../src/io/writeFailure.js';
import { Failure } from '../../src/shared/failure.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it, write`), { code, syscall: 'write' });
}

const failing = (error: Error) =>
  writing('The report r.html', 'Choose another.', () => Promise.reject(error));

describe('what could not be written', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk is full'],
    ['EFBIG', 'no file may be so large there'],
    ['EACCES', 'permission is denied'],
    ['EPERM', 'permission is denied'],
    ['EROFS', 'the disk is read-only'],
    ['EIO', 'EIO: as Node says it, write'],
  ])('is said with its reason and a remedy: %s', async (code, reason) => {
    await expect(failing(systemError(code))).rejects.toEqual(
      new Failure('case', `The report r.html cannot be written: ${reason}. Choose another.`),
    );
  });

  it('is no reason for what is thrown besides', async () => {
    const mistake = new TypeError('not of the file system');
    await expect(failing(mistake)).rejects.toBe(mistake);
    await expect(writing('x', 'y', () => Promise.resolve(7))).resolves.toBe(7);
  });
});
