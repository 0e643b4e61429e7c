import { expect, it } from 'vitest';
import { PassageRuns } from '../../../src/core/calibration/passageRuns.js';
import { Rarity } from '../../../src/engine/calibration/rarity.js';
import type { Outcome } from '../../../src/engine/ledger.js';
import type { Match } from '../../../src/shared/match.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';
import { compareIn, folderWith, matchesOf, TEXTS } from '../smallCase.js';

const { tides, bread, lease } = TEXTS;

/** A match of one text with two passages that count, and what becomes of others. */
async function outcomes(): Promise<Outcome[]> {
  const text = [
    tides,
    'Something stands between them that neither has, and goes on for a while.',
    bread.replace(/^((?:\S+ ){12})\S+/, '$1edited'),
  ].join('\n\n');
  const folder = await folderWith({
    'a.jsonl': [{ instruction: 'p', output: [tides, lease, bread].join('\n\n') }],
    'suspect.jsonl': [{ instruction: 'q', output: text }],
  });
  const [match] = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['a.jsonl']));
  const outcome = (matches: readonly Match[]): Outcome => ({
    text: matches.length > 0 ? text : '',
    textKey: 1,
    matches,
    tooShort: false,
    unreportedPairs: 0,
    beyondCap: 0,
    unpaired: false,
    hot: 0,
  });
  const found = match!;
  return [outcome([found]), outcome([]), outcome([{ ...found, reported: false }, found]), outcome([])];
}

it('marks the passages that count of reported matches, in their order, however many are looked for at once', async () => {
  const all = await outcomes();
  const [match] = all[0]!.matches;
  const counted = match!.passages.filter(({ score }) => score > DEFAULT_PARAMETERS.passageToll);
  expect(counted.length).toBeGreaterThan(1);
  expect(counted.some(({ seeds }) => seeds.length > 1)).toBe(true);
  const shared = new PassageRuns(DEFAULT_PARAMETERS).of(
    all[0]!.text,
    counted.map(({ seeds }) => seeds.map(({ suspect }) => suspect)),
  );
  for (const together of [1, 1 << 20]) {
    let number = 0;
    let asked = 0;
    let closed = 0;
    const rarity = new Rarity(
      DEFAULT_PARAMETERS,
      () =>
        Promise.resolve({
          holding: (passages) => {
            if (asked++ === 0) expect(passages.slice(0, counted.length)).toEqual(shared);
            return Promise.resolve(Uint32Array.from(passages, () => number++));
          },
          close: () => closed++,
        }),
      together,
    );
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* given(): AsyncGenerator<Outcome> {
      yield* all;
    }
    const marked: Outcome[] = [];
    for await (const outcome of rarity.mark(given())) marked.push(outcome);
    await rarity.close();
    expect([asked, closed]).toEqual([together === 1 ? 2 : 1, 1]);
    const held = marked.flatMap(({ matches }) =>
      matches.flatMap(({ passages }) => passages.map((one) => one.held)),
    );
    const one = (first: number) =>
      match!.passages.map((passage) =>
        counted.includes(passage) ? first + counted.indexOf(passage) : undefined,
      );
    expect(held).toEqual([...one(0), ...match!.passages.map(() => undefined), ...one(counted.length)]);
    expect(marked.map((outcome) => ({ ...outcome, matches: outcome.matches.length }))).toEqual(
      all.map((outcome) => ({ ...outcome, matches: outcome.matches.length })),
    );
  }
});

it('asks for no passage that pays the toll and no more', async () => {
  const [first] = await outcomes();
  const [match] = first!.matches;
  const { passageToll } = DEFAULT_PARAMETERS;
  const passages = match!.passages.map((passage) => ({ ...passage, score: passageToll }));
  const rarity = new Rarity(DEFAULT_PARAMETERS, () => Promise.reject(new Error('Nothing counts.')));
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* given(): AsyncGenerator<Outcome> {
    yield { ...first!, matches: [{ ...match!, passages }] };
  }
  for await (const { matches } of rarity.mark(given())) expect(matches[0]!.passages).toEqual(passages);
});

it('asks for nothing where nothing is reported', async () => {
  const [, none] = await outcomes();
  const rarity = new Rarity(DEFAULT_PARAMETERS, () => Promise.reject(new Error('Nothing was found.')));
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* given(): AsyncGenerator<Outcome> {
    yield none!;
  }
  for await (const outcome of rarity.mark(given())) expect(outcome.matches).toEqual([]);
  await rarity.close();
});
