/**
 * One line of a file that only grows: {…the entry's fields…,"previous":…,"check":…}.
 * `previous` is the SHA-256 of the line before, as it lies in the file without its end; zeros in the first line.
 * `check` speaks for the line itself, since no later line speaks for the newest yet.
 */
import { createHash } from 'node:crypto';

/** `previous` of a file's first line. */
export const NOTHING_BEFORE = '0'.repeat(64);

const CHECK = /,"check":"(?<check>[0-9a-f]{16})"\}$/;

/** What the lines of a file hold. */
export interface EntryKind<E> {
  /** What one is called in a message. */
  readonly noun: string;
  /** The fields of an entry, in the order they are written. */
  fields(entry: E): object;
  /** The entry of these fields; undefined if they are none. */
  read(fields: Readonly<Record<string, unknown>>): E | undefined;
}

export interface ChainLine<E> {
  readonly entry: E;
  readonly previous: string;
}

/** SHA-256 of a line's bytes, as hex. */
export function lineHash(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line for `entry` after the line whose hash is `previous`, without its end. */
export function writeLine<E>(kind: EntryKind<E>, entry: E, previous: string): string {
  const body = JSON.stringify({ ...kind.fields(entry), previous }).slice(0, -1);
  return `${body},"check":"${checkOf(body)}"}`;
}

/** Reads a line back; undefined if it isn't, byte for byte, as `writeLine` made it. */
export function readLine<E>(kind: EntryKind<E>, line: Buffer): ChainLine<E> | undefined {
  const text = line.toString('utf8');
  const found = CHECK.exec(text);
  if (!found) return undefined;
  const body = text.slice(0, found.index);
  // Bytes that are no UTF-8 were replaced in `text`: their check cannot agree.
  if (found.groups!['check'] !== checkOf(body)) return undefined;
  try {
    return asLine(kind, JSON.parse(`${body}}`));
  } catch {
    return undefined;
  }
}

function asLine<E>(kind: EntryKind<E>, value: unknown): ChainLine<E> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const { previous } = fields;
  const entry = kind.read(fields);
  return entry === undefined || typeof previous !== 'string' ? undefined : { entry, previous };
}

/** 64 bits are enough against accidents; `previous` guards against intent. */
function checkOf(body: string): string {
  return lineHash(Buffer.from(body)).slice(0, 16);
}
