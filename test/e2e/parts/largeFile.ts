import { open, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

const GIGABYTE = 1e9;
/** Bytes of records written at once. */
const BLOCK = 16e6;

export interface LargeFile {
  readonly records: number;
  /** The prompt of the last record. */
  readonly last: string;
}

const TOPICS = ['tides', 'kneading', 'canal locks', 'owls', 'window glass', 'night trains', 'sourdough'];
const SENTENCES = [
  'Harbours keep their own time, and so do those who wait in them.',
  'Whoever folds dough for an hour learns more about patience than about bread.',
  'A lock spends one chamber of water downhill for every boat that passes.',
  'The mouse hears nothing, and, as important, the owl still hears the mouse.',
];

/** Throws if the temporary folder has no room for `bytes` of a test's files and some more. */
export async function mustHaveRoom(bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir());
  const needed = bytes + GIGABYTE / 2;
  if (bavail * bsize >= needed) return;
  const [wants, has] = [needed, bavail * bsize].map((all) => `${(all / GIGABYTE).toFixed(1)} GB`);
  throw new Error(`This test writes a file of its own: it needs ${wants} in ${tmpdir()}, which has ${has}.`);
}

/** Writes at least `bytes` of JSON Lines: the same block over and over, and a last record of its own. */
export async function writeLarge(path: string, bytes: number): Promise<LargeFile> {
  const lines: string[] = [];
  for (let length = 0; length < BLOCK; length += lines.at(-1)!.length) lines.push(line(lines.length));
  const block = Buffer.from(lines.join(''));
  const blocks = Math.ceil(bytes / block.length);
  const last = 'What stands at the very end?';
  const file = await open(path, 'wx');
  try {
    for (let i = 0; i < blocks; i++) await file.writeFile(block);
    await file.writeFile(
      `${JSON.stringify({ prompt: last, response: 'The last ferry, with its lamps out.' })}\n`,
    );
  } finally {
    await file.close();
  }
  return { records: blocks * lines.length + 1, last };
}

function line(at: number): string {
  const prompt = `Question ${at}: what is to be said of ${TOPICS[at % TOPICS.length]!}?`;
  const response = Array.from({ length: 4 + (at % 9) }, (_, i) => SENTENCES[(at + i) % SENTENCES.length]!);
  return `${JSON.stringify({ prompt, response: response.join(' '), id: `req-${at}` })}\n`;
}
