import { describe, expect, it } from 'vitest';
import { copiesOf, type Copy } from '../../../src/core/planted/copies.js';
import { reordered } from '../../../src/core/planted/reordered.js';
import { seededRandom } from '../../../src/core/statistics/seededRandom.js';
import type { PlantedEdit } from '../../../src/shared/planted.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const { normalise } = DEFAULT_PARAMETERS;
/** 1,000 words, none twice, in sentences of ten. */
const LONG = Array.from({ length: 100 }, (_, at) => {
  const words = Array.from({ length: 10 }, (__, place) => `w${10 * at + place}`);
  return `${words.join(' ')}.`;
}).join(' ');
const SHORT = 'One sentence with eight words stands here alone';
const HAN = '潮池是一个小世界。大海每天两次造访它。请看岩石下面的帽贝。';

function copies(texts: readonly string[], seed = 7): Copy[] {
  return [...copiesOf(texts, normalise, seed)];
}

function textOf(list: readonly Copy[], edit: PlantedEdit, original = 0): string {
  return list.find((copy) => copy.edit === edit && copy.original === original)!.text;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('planted copies', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(copies([LONG, SHORT])).toEqual(copies([LONG, SHORT]));
    expect(textOf(copies([LONG, SHORT], 8), 'words 30 %')).not.toBe(
      textOf(copies([LONG, SHORT]), 'words 30 %'),
    );
  });

  it.each([
    ['words 10 %', 0.1],
    ['words 20 %', 0.2],
    ['words 30 %', 0.3],
  ] as const)('have about the share of %s replaced in place, and nothing else', (edit, share) => {
    const before = wordsOf(LONG);
    const after = wordsOf(textOf(copies([LONG, SHORT]), edit));
    expect(after).toHaveLength(before.length);
    const changed = after.filter((word, at) => word !== before[at]).length / before.length;
    // Four standard deviations of 1,000 draws.
    expect(Math.abs(changed - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 1000));
    expect(after.every((word) => LONG.includes(word) || SHORT.includes(word))).toBe(true);
  });

  it('replace characters by characters in scripts without spaces', () => {
    const after = textOf(copies([HAN.repeat(20), LONG]), 'words 30 %');
    expect(after).toHaveLength(20 * HAN.length);
    expect(after).not.toMatch(/[a-z]/u);
    expect(after).not.toBe(HAN.repeat(20));
  });

  it('are cut at the middle token, and two are merged by their first halves', () => {
    const list = copies([LONG, SHORT]);
    expect(wordsOf(textOf(list, 'truncated'))).toEqual(wordsOf(LONG).slice(0, 500));
    const merged = list.find((copy) => copy.edit === 'merged' && copy.original === 1)!;
    expect(merged.other).toBe(0);
    expect(merged.text).toBe(`One sentence with eight\n\n${textOf(list, 'truncated')}`);
  });

  it('know what they may share with one original: characters weigh a half, signs of code nothing', () => {
    const weights = (texts: readonly string[], of: number) =>
      Object.fromEntries(
        copies(texts)
          .filter(({ original }) => original === of)
          .map(({ edit, weight }) => [edit, weight]),
      );
    expect(weights([LONG, SHORT], 0)).toMatchObject({ unchanged: 1000, 'words 30 %': 1000, truncated: 500 });
    expect(weights([SHORT, LONG], 0)).toMatchObject({ unchanged: 8, truncated: 4, merged: 500 });
    expect(weights(['潮池是一个小世界', 'a = b + c'], 0)).toMatchObject({ unchanged: 4, truncated: 2 });
    expect(weights(['潮池是一个小世界', 'a = b + c'], 1)).toMatchObject({
      unchanged: 3,
      truncated: 2,
      merged: 2,
    });
  });

  it('are not made where an edit changes nothing', () => {
    const edits = (texts: readonly string[]) => copies(texts).map(({ edit }) => edit);
    expect(edits([SHORT])).toEqual(['unchanged', 'words 10 %', 'words 20 %', 'words 30 %', 'truncated']);
    expect(copies([])).toEqual([]);
    expect(copies(['', '...']).every(({ text }) => text.trim() === '' || text.includes('.'))).toBe(true);
  });
});

describe('another order', () => {
  it('is never the given one, and loses nothing', () => {
    for (let seed = 0; seed < 200; seed++) {
      const two = reordered('First one here. Then another.', seededRandom(seed))!;
      expect(two).toBe('Then another. First one here.');
      const many = reordered(LONG, seededRandom(seed))!;
      expect(wordsOf(many).sort()).toEqual(wordsOf(LONG).sort());
      expect(many).not.toBe(LONG);
    }
  });

  it('is of paragraphs where there are several', () => {
    const text = 'One a. One b.\n\nTwo a. Two b.\nTwo c.';
    expect(reordered(text, seededRandom(1))).toBe('Two a. Two b.\nTwo c.\n\nOne a. One b.');
  });

  it('is of Chinese sentences too, and of none where there is one', () => {
    expect(reordered('一句。两句。', seededRandom(1))).toBe('两句。 一句。');
    expect(reordered(SHORT, seededRandom(1))).toBeUndefined();
    expect(reordered('', seededRandom(1))).toBeUndefined();
  });
});
