/** The words of a command, as node:util reads them. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
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
