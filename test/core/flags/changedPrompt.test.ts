import { expect, it } from 'vitest';
import { isOtherPrompt } from '../../../src/core/flags/changedPrompt.js';
import { tokenise } from '../../../src/core/text/tokenise.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

it.each([
  ['why tides', 'why bread', true],
  ['why tides rise', 'why tides fall', false],
  ['tides', 'bread', true],
  ['tides tides tides bread', 'tides lease', true],
  ['tides', '', false],
  ['', 'tides', false],
  ['', '', false],
])('%j and %j are other questions: %j', (suspect, original, other) => {
  const vocabulary = new Vocabulary();
  const [mine, theirs] = [suspect, original].map((text) =>
    tokenise(text, DEFAULT_PARAMETERS.normalise, vocabulary),
  );
  expect(isOtherPrompt(mine!, theirs!)).toBe(other);
});
