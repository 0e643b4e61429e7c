/**
 * One line of a verdict file:
 * {"pair":…,"verdict":…,"note":…,"reviewer":…,"time":…,"previous":…,"check":…}
 * with "routes" after the note where the reviewer set or cleared innocent routes, and with "undo" or "redo" after the time where it takes back the step of that time, or does it again.
 * `previous` is the SHA-256 of the line before, as it lies in the file without its end; zeros in the first line.
 * `check` speaks for the line itself, since no later line speaks for the newest yet.
 */
import { createHash } from 'node:crypto';
import { ROUTES, type RouteMarks } from '../../shared/route.js';
import { VERDICTS, type Verdict, type VerdictEntry } from '../../shared/verdict.js';

/** `previous` of a file's first line. */
export const NOTHING_BEFORE = '0'.repeat(64);

const CHECK = /,"check":"(?<check>[0-9a-f]{16})"\}$/;
const PAIR = /^[0-9a-f]{16}$/;

export interface VerdictLine {
  readonly entry: VerdictEntry;
  readonly previous: string;
}

/** SHA-256 of a line's bytes, as hex. */
export function lineHash(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line for `entry` after the line whose hash is `previous`, without its end. */
export function writeLine(entry: VerdictEntry, previous: string): string {
  const { pair, verdict, note, routes, reviewer, time, undo, redo } = entry;
  const line = { pair, verdict, note, routes, reviewer, time, undo, redo, previous };
  const body = JSON.stringify(line).slice(0, -1);
  return `${body},"check":"${checkOf(body)}"}`;
}

/** Reads a line back; undefined if it isn't, byte for byte, as `writeLine` made it. */
export function readLine(line: Buffer): VerdictLine | undefined {
  const text = line.toString('utf8');
  const found = CHECK.exec(text);
  if (!found) return undefined;
  const body = text.slice(0, found.index);
  // Bytes that are no UTF-8 were replaced in `text`: their check cannot agree.
  if (found.groups!['check'] !== checkOf(body)) return undefined;
  try {
    return asLine(JSON.parse(`${body}}`));
  } catch {
    return undefined;
  }
}

function asLine(value: unknown): VerdictLine | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pair, verdict, note, reviewer, time, undo, redo, previous } = value as Record<string, unknown>;
  const routes = routesIn((value as Record<string, unknown>)['routes']);
  if (typeof pair !== 'string' || !PAIR.test(pair) || !isVerdict(verdict)) return undefined;
  if (typeof note !== 'string' || typeof reviewer !== 'string') return undefined;
  if (typeof time !== 'string' || typeof previous !== 'string') return undefined;
  return {
    entry: {
      ...{ pair, verdict, note, reviewer, time },
      ...(routes && { routes }),
      ...(typeof undo === 'string' && { undo }),
      ...(typeof redo === 'string' && { redo }),
    },
    previous,
  };
}

/** The marks of routes that are known here; a newer version may have more. */
function routesIn(value: unknown): RouteMarks | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const marks = ROUTES.filter((route) => typeof given[route] === 'boolean');
  return marks.length === 0
    ? undefined
    : Object.fromEntries(marks.map((route) => [route, given[route] === true]));
}

function isVerdict(value: unknown): value is Verdict {
  return (VERDICTS as readonly unknown[]).includes(value);
}

/** 64 bits are enough against accidents; `previous` guards against intent. */
function checkOf(body: string): string {
  return lineHash(Buffer.from(body)).slice(0, 16);
}
