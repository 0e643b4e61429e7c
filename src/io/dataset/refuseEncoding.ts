/** Files that are no UTF-8 text at all, told apart by their first bytes. */
import { basename } from 'node:path';
import { Failure } from '../../shared/failure.js';

const LOOK = 4096;

/** Throws Failure('input') for UTF-16, UTF-32 and binary files, with the remedy. */
export function refuseEncoding(path: string, head: Buffer): void {
  const encoding = wideEncoding(head);
  if (encoding) {
    const name = quoted(basename(path));
    const remedy = `Convert it first: iconv -f ${encoding} -t UTF-8 ${name} > ${quoted(`utf8-${basename(path)}`)}`;
    throw new Failure('input', `${path} is encoded as ${encoding}, and only UTF-8 is read. ${remedy}`);
  }
  const look = head.subarray(0, LOOK);
  let nulls = 0;
  for (const c of look) if (c === 0) nulls++;
  if (nulls * 100 > look.length || isKnownBinary(head)) {
    throw new Failure(
      'input',
      `${path} is a binary file by its content, not text. Choose the dataset itself.`,
    );
  }
}

function wideEncoding(head: Buffer): string | undefined {
  const mark = head.subarray(0, 4).toString('hex');
  if (mark === 'fffe0000') return 'UTF-32LE';
  if (mark === '0000feff') return 'UTF-32BE';
  if (mark.startsWith('fffe')) return 'UTF-16LE';
  if (mark.startsWith('feff')) return 'UTF-16BE';
  // Without a mark: JSON and most CSV begin with two ASCII characters.
  if (head.length < 4 || head.length % 2 !== 0) return undefined;
  if (head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'UTF-16LE';
  return head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0 ? 'UTF-16BE' : undefined;
}

function isKnownBinary(head: Buffer): boolean {
  const mark = head.subarray(0, 4).toString('latin1');
  return mark === 'PK\x03\x04' || mark === '%PDF' || mark === '\x89PNG' || mark === 'ARRO';
}

/** For a POSIX shell, since file names are data too. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "'\\''")}'`;
}
