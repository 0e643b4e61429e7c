// Reads a text before its lines are cut into tokens.
import { readLetters } from './letters';
import { Text } from './text';
import { readHashes } from './tokenHashes';

/** Fills the columns that {@link readProse} looks at. */
export function readText(text: Text): void {
  readLetters(text);
  readHashes(text);
}
