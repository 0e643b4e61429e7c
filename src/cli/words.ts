/** The words of a command, as node:util reads them. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { MEMORY } from '../engine/settings.js';
import { Failure } from '../shared/failure.js';

/** Values of `options` and what else was named; throws Failure('usage') for a word that is none of them. */
export function parsedWords<const O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new Failure('usage', error instanceof Error ? error.message : String(error));
  }
}

/** The number that the value of an option is; throws Failure('usage'). */
export function whole(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Failure('usage', `${option} is a whole number from ${least} to ${most}, not "${value}".`);
}

/** What --memory says, if it was given; throws Failure('usage'). */
export function memoryIn({ memory }: { readonly memory?: string | undefined }): { memory?: number } {
  return memory === undefined ? {} : { memory: whole('--memory', memory, MEMORY.min, MEMORY.max) };
}
