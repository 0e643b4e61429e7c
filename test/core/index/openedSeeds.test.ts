import { expect, it } from 'vitest';
import { Fingerprinter } from '../../../src/core/index/fingerprint.js';
import { makeFrequencies, markCommon, SeedCounter } from '../../../src/core/index/frequencies.js';
import { openSeeds } from '../../../src/core/index/openedSeeds.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { random, Writer } from './texts.js';

const parameters = { ...DEFAULT_PARAMETERS, hotShare: 0.1, hotMinimum: 5 };
const fingerprinter = new Fingerprinter(parameters.normalise);
const REFUSAL =
  'sadly this assistant must decline requests about locks drains kites ovens and other matters today';

/** Places at which a text opens seeds, where these texts are the originals, and how many seeds are too common. */
function opened(text: string, originals: readonly string[]) {
  const frequencies = makeFrequencies(originals.length);
  const counter = new SeedCounter(parameters);
  for (const one of originals) {
    const { prints } = fingerprinter.of(one);
    counter.add(prints, 0, prints.length);
  }
  counter.addTo(frequencies);
  markCommon(frequencies, parameters);
  const { prints } = fingerprinter.of(text);
  const { seeds, hot } = openSeeds(prints, Uint32Array.of(0, prints.length), frequencies, parameters);
  return { places: [...seeds.tokens], hot: hot[0]! };
}

it('opens no seed that begins or ends with a run that many originals have, though what stands beside it is rare', () => {
  const writer = new Writer(random(7));
  const around = () => [writer.words(20), writer.words(30)] as const;
  const [before, after] = around();
  const text = `${before} ${REFUSAL} ${after}`;
  const others = Array.from({ length: 40 }, around);
  const shared = opened(
    text,
    others.map(([first, last]) => `${first} ${REFUSAL} ${last}`),
  );
  const alone = opened(
    text,
    others.map((other) => other.join(' ')),
  );
  const start = 20;
  const end = start + fingerprinter.of(REFUSAL).prints.length;
  // From the last run before the refusal on, whose next runs are all in it, to the last run that is wholly in it.
  const touched = (place: number) => place >= start - 3 && place <= end - 3;
  expect(new Set(alone.places.filter(touched)).size).toBe(end - start + 1);
  expect(shared.places.filter(touched)).toEqual([]);
  expect(shared.places.some((place) => place < start - 3)).toBe(true);
  expect(shared.places.some((place) => place >= end)).toBe(true);
  expect(shared.hot - alone.hot).toBeGreaterThanOrEqual(3 * (end - start + 1));
});
