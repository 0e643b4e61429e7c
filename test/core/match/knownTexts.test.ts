import { expect, it } from 'vitest';
import { random } from '../../../bench/data/random.mjs';
import { KnownTexts } from '../../../src/core/match/knownTexts.js';
import { Preparer } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const LICENCE =
  'Permission is granted to anybody who obtains a copy of this work to use it without charge, to pass it on unchanged, and to print it in a newspaper, provided that this notice stands above every copy that leaves the house.';

function knowing(...texts: string[]): KnownTexts {
  const known = new KnownTexts(DEFAULT_PARAMETERS);
  for (const [at, text] of texts.entries()) known.add({ reason: 'template', text, name: `${at}.txt` });
  return known;
}

it('explains the stretch that a template shares, with the name of its file', () => {
  const found = knowing('Nothing of this is in the answer.', LICENCE).explaining(
    `Before it my own words. ${LICENCE} And after it.`,
  );
  expect(found).toEqual([{ reason: 'template', text: LICENCE.slice(0, -1), name: '1.txt' }]);
});

it('explains an edited copy with its edits, and no phrase that is too short', () => {
  const words = LICENCE.split(' ');
  const edited = words.map((word, at) => (at % 7 === 6 ? 'velvet' : word)).join(' ');
  const known = knowing(LICENCE);
  const [first, ...others] = known.explaining(edited);
  expect(others).toEqual([]);
  expect(first!.text).toContain('velvet');
  expect(first!.text.split(' ').length).toBeGreaterThan(words.length - 7);
  expect(known.explaining('They obtained a copy of this and went home to rest.')).toEqual([]);
});

it('knows more texts than stay ready to compare', () => {
  const text = (at: number) => Array.from({ length: 12 }, (_, word) => `w${at}x${word}`).join(' ');
  const known = knowing(...Array.from({ length: 4200 }, (_, at) => text(at)));
  // The first again after the last, since what is ready changes.
  for (const numbers of [[0, 4199], [2000], [0]])
    expect(known.explaining(`Of mine. ${numbers.map(text).join('. And then: ')}`)).toEqual(
      numbers.map((at) => ({ reason: 'template', text: text(at), name: `${at}.txt` })),
    );
});

it('says nothing twice where two templates have the same text', () => {
  expect(knowing(LICENCE, LICENCE).explaining(LICENCE)).toHaveLength(1);
});

it('takes the evidence of an edited template out of a pair, keeps the raw number, and marks both sides', () => {
  const preparer = new Preparer(DEFAULT_PARAMETERS, new Vocabulary());
  const suspectText = LICENCE.replace('newspaper', 'magazine').replace('charge', 'fee');
  const suspect = preparer.prepare(suspectText, '');
  const original = preparer.prepare(LICENCE, '');
  const before = scorePair(suspect, original, DEFAULT_PARAMETERS);
  expect(before.reported).toBe(true);
  // The template is a third edit of the same text.
  const explainers = knowing(LICENCE.replace('notice', 'sentence')).explaining(suspectText);
  const after = scorePair(suspect.withPrompt('', explainers), original, DEFAULT_PARAMETERS);
  expect(after.scores.distinctiveTokens).toEqual({ value: 0, raw: before.scores.distinctiveTokens.raw });
  expect(after.reported).toBe(false);
  expect(new Set(after.explained.map(({ side, reason, name }) => `${side} ${reason} ${name}`))).toEqual(
    new Set(['suspect template 0.txt', 'original template 0.txt']),
  );
});

it('marks every run of five words that some template has, and nothing far from one, as looking through all does', () => {
  const next = random(11);
  const word = () => 'abcdefgh'[Math.floor(next() * 8)]!.repeat(1 + Math.floor(next() * 3));
  const words = (count: number) => Array.from({ length: count }, word);
  for (let round = 0; round < 60; round++) {
    const templates = Array.from({ length: 6 }, () => words(5 + Math.floor(next() * 30)));
    const copied = templates[round % 6]!.slice(0, 12);
    const response = [...words(15), ...copied, ...words(15)];
    const naive = new Set<number>();
    for (const template of templates)
      for (let a = 0; a + 5 <= response.length; a++)
        for (let b = 0; b + 5 <= template.length; b++)
          if (response.slice(a, a + 5).join() === template.slice(b, b + 5).join())
            for (let i = a; i < a + 5; i++) naive.add(i);
    const text = response.join(' ');
    const spans = knowing(...templates.map((template) => template.join(' '))).explaining(text);
    const marked = new Set<number>();
    for (const { text: span } of spans) {
      // As comparison does: a stretch explains wherever it stands.
      const parts = span.split(' ');
      for (let a = 0; a + parts.length <= response.length; a++)
        if (response.slice(a, a + parts.length).join() === parts.join())
          for (let i = a; i < a + parts.length; i++) marked.add(i);
    }
    for (const at of naive) expect(marked).toContain(at);
    if (naive.size === 0) expect(spans).toEqual([]);
  }
});
