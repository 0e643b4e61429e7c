/** Who made a run, and on what. */
import { createHash } from 'node:crypto';
import os from 'node:os';
import packageJson from '../../package.json' with { type: 'json' };

export const TOOL = packageJson.name;
export const VERSION = packageJson.version;

/** The machine in one line, for timing.json. */
export function machine(): string {
  const [cpu] = os.cpus();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${gigabytes} GB, Node ${process.versions.node}, ${os.platform()} ${os.arch()}`;
}

/** SHA-256 of a string in UTF-8, as hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The identity of a pair: 16 hex digits made of prompt and response on both sides, wherever they stand. */
export function pairId(
  suspect: { prompt: string; text: string },
  original: { prompt: string; text: string },
): string {
  return sha256(JSON.stringify([suspect.prompt, suspect.text, original.prompt, original.text])).slice(0, 16);
}
