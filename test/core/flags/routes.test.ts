import { describe, expect, it } from 'vitest';
import { isEarlier } from '../../../src/core/flags/earlierSuspect.js';
import { isQuoted } from '../../../src/core/flags/quoted.js';
import { isInSeveralOriginals, type PromptedMatch } from '../../../src/core/flags/severalOriginals.js';
import type { Passage } from '../../../src/shared/match.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

describe('suspect earlier', () => {
  it.each([
    ['dates', { date: '2023-05-01' }, { created_at: '2024-01-09' }],
    ['times with zones', { time: '2024-01-09T11:00:00Z' }, { time: '2024-01-09T11:00:00-01:00' }],
    ['Unix seconds and a date', { created: 1_680_000_000 }, { 'Created At': '2023-06-01' }],
    ['milliseconds and seconds as text', { timestamp: 1_680_000_000_000 }, { timestamp: '1680000060' }],
  ])('is told by %s', (_, suspect, original) => {
    expect(isEarlier(suspect, original)).toBe(true);
    expect(isEarlier(original, suspect)).toBe(false);
  });

  it.each([
    ['equal times', { date: '2024-01-09' }, { date: '2024-01-09' }],
    ['days that may meet in another zone', { date: '2024-01-08' }, { date: '2024-01-09' }],
    ['a time without a zone', { time: '2024-01-09 01:00:00' }, { time: '2024-01-09T11:00:00Z' }],
    ['a time on one side', { date: '2020-01-01' }, { model: 'a' }],
    ['the time of a change', { updated_at: '2020-01-01' }, { date: '2024-01-09' }],
    ['a latency', { time: 1.25 }, { date: '2024-01-09' }],
    ['a day that is none', { date: '2020-13-41' }, { date: '2024-01-09' }],
    ['times of which one is later', { created: '2020-01-01', date: '2024-05-01' }, { date: '2024-01-09' }],
  ])('is not told by %s', (_, suspect, original) => {
    expect(isEarlier(suspect, original)).toBe(false);
  });
});

describe('several originals', () => {
  const STEPS = DEFAULT_PARAMETERS.normalise;
  const TIDES = 'Why do the tides turn twice a day?';
  const LOCK = 'How does a canal lock lift a boat uphill?';

  const match = (prompt: string, at: number, tokens: number): PromptedMatch => {
    const span = [at, at + 5 * tokens] as const;
    const seeds = [{ suspect: span, original: span, tokens }];
    const passage: Passage = {
      suspect: span,
      original: span,
      tokens,
      explained: 0,
      gaps: 0,
      score: tokens,
      seeds,
    };
    return { reported: true, prompt, passages: [passage] };
  };

  it('is told where an original to another prompt has the same text, and more', () => {
    expect(isInSeveralOriginals([match(TIDES, 50, 30), match(LOCK, 50, 30)], 10, STEPS)).toBe(true);
    expect(
      isInSeveralOriginals([match(TIDES, 50, 30), match(TIDES, 50, 30), match(LOCK, 0, 40)], 10, STEPS),
    ).toBe(true);
  });

  it.each(['why do the tides turn twice a day', 'Please: why do the tides turn twice a day?', 'Tides', '…'])(
    'is not told where the other prompt is «%s»',
    (prompt) => {
      const long = TIDES.replace(
        'a day',
        'in every day of the week and of the year, and who found that out first',
      );
      expect(isInSeveralOriginals([match(TIDES, 50, 30), match(prompt, 50, 30)], 10, STEPS)).toBe(false);
      const near = [match(long, 50, 30), match(long.replace('Why', 'How'), 50, 30)];
      expect(isInSeveralOriginals(near, 10, STEPS)).toBe(false);
      expect(isInSeveralOriginals([match(long, 50, 30), match(LOCK, 50, 30)], 10, STEPS)).toBe(true);
    },
  );

  it('is not told for one original, the same prompt, no prompt, or less of the text', () => {
    const best = match(TIDES, 50, 30);
    expect(isInSeveralOriginals([best], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([best, match(TIDES, 50, 30)], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([best, match('', 50, 30)], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([match('', 50, 30), best], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([best, match(LOCK, 50, 25)], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([best, { ...match(LOCK, 50, 30), reported: false }], 10, STEPS)).toBe(false);
    const other = match(LOCK, 50, 30);
    const uncounted = { ...other, passages: other.passages.map((passage) => ({ ...passage, score: 9 })) };
    expect(isInSeveralOriginals([best, uncounted], 10, STEPS)).toBe(false);
    expect(isInSeveralOriginals([uncounted, best], 10, STEPS)).toBe(false);
  });
});

describe('third source', () => {
  const LINES = 'the tide that lifts the harbour lifts the house, and nobody in the street has to row';

  function quoted(suspect: string, original: string): boolean {
    const at = (text: string) => [text.indexOf(LINES), text.indexOf(LINES) + LINES.length] as const;
    const passage = {
      suspect: at(suspect),
      original: at(original),
      tokens: 16,
      explained: 0,
      gaps: 0,
      score: 16,
    };
    return isQuoted({ suspect, original, passages: [{ ...passage, seeds: [] }] });
  }

  it.each([
    [`He wrote: "${LINES}".`, `As the saying goes, “${LINES}”.`],
    [`> ${LINES}\n\nSo it was.`, `Er sagt: «${LINES}»`],
    [`„${LINES}“, hieß es`, `曰「${LINES}」`],
  ])('is told where both quote', (suspect, original) => {
    expect(quoted(suspect, original)).toBe(true);
    expect(quoted(original, suspect)).toBe(true);
  });

  it('is not told of a text that is nothing but a quotation, nor of what is typed at a prompt', () => {
    expect(quoted(`"${LINES}" 5/5`, `He wrote: "${LINES}".`)).toBe(false);
    expect(quoted(`He wrote: "${LINES}".`, `> ${LINES}\n`)).toBe(false);
    expect(quoted(`Try:\n>>> ${LINES}`, `Try:\n>>> ${LINES}`)).toBe(false);
    expect(quoted(`Try:\n>> ${LINES}`, `Try:\n> ${LINES}`)).toBe(true);
  });

  it('is not told where one side does not, or where the words stand between two quotations', () => {
    expect(quoted(`"${LINES}"`, LINES)).toBe(false);
    expect(quoted(LINES, `"${LINES}"`)).toBe(false);
    const between = `"Yes", and ${LINES}, "no"`;
    expect(quoted(between, between)).toBe(false);
    expect(quoted(`"${LINES}`, `"${LINES}`)).toBe(false);
    expect(isQuoted({ suspect: '"a"', original: '"a"', passages: [] })).toBe(false);
  });
});
