import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src/core/calibration/sentences.js';
import type { ChanceBackground, ChanceCounts } from '../../../src/shared/calibration.js';
import type { RunCounts } from '../../../src/shared/run.js';

function counts(found: number, responses: number, chance?: ChanceCounts, unpaired = 0): RunCounts {
  return {
    responses,
    identical: found,
    normalised: 0,
    'near-duplicate': 0,
    partial: 0,
    'too-little-evidence': 0,
    'too-short': 0,
    skipped: 0,
    unreportedPairs: 0,
    beyondCap: 0,
    hotShingles: 0,
    unpaired,
    ...(chance && { chance }),
  };
}

const background: ChanceBackground = {
  answers: 4025,
  reported: 4,
  upper: 0.00254,
  sources: 5,
  worst: { source: 'a.jsonl', value: 2 / 805 },
};

function chance(change: Partial<ChanceCounts> = {}): ChanceCounts {
  return {
    answers: 4025,
    sources: 5,
    families: 5,
    suspects: { equal: 1204, near: 0, none: 0 },
    paired: background,
    expected: { value: 1.2, upper: 2.9 },
    standOut: [],
    ...change,
  };
}

function dataset(found: number, responses: number, given?: ChanceCounts): string {
  const { headline, rest } = summarise('dataset', counts(found, responses, given));
  return `${headline} ${rest}`;
}

describe('the sentences of a dataset run', () => {
  test('no controls', () => {
    expect(dataset(125, 1204)).toBe(
      '125 findings among 1,204 responses. Not calibrated: without independent answers to the same prompts, nothing says how many of them chance alone would give.',
    );
  });

  test('what originals share where there are no controls, or too few', () => {
    const rest = (reported: number, upper: number, few?: ChanceCounts) =>
      summarise('dataset', { ...counts(125, 1204, few), floor: { originals: 300, reported, upper } }).rest;
    expect(rest(2, 0.0239)).toBe(
      'Not calibrated: without independent answers to the same prompts, nothing says how many of them chance alone would give. ' +
        'What originals to different prompts share among themselves is no bound, but all there is: of 300 drawn at random, ' +
        '2 reach this threshold (0.67\u00a0%, at most 2.4\u00a0%).',
    );
    expect(rest(1, 0.0186)).toContain('1 reaches this threshold (0.33\u00a0%, at most 1.9\u00a0%).');
    const few = chance({ paired: { ...background, answers: 30, reported: 0, upper: 0.116, sources: 1 } });
    expect(rest(0, 0.0122, few)).toBe(
      'Not calibrated: 30 independent answers by 1 source are too few. None reaches this threshold, which allows any rate up to 12\u00a0%. ' +
        'What originals to different prompts share among themselves is no bound, but all there is: of 300 drawn at random, ' +
        'none reaches this threshold (at most 1.2\u00a0%).',
    );
  });

  test('answers to other prompts are named where those to the same ones are too few, and no floor where they are not', () => {
    const floor = { originals: 300, reported: 0, upper: 0.0122 };
    const rest = (given: ChanceCounts) => summarise('dataset', { ...counts(3, 64, given), floor }).rest;
    const few = { ...background, answers: 20, prompts: 20, reported: 0 };
    const suspects = { equal: 0, near: 0, none: 64 };
    const elsewhere = '25 independent answers are to prompts that the originals do not have';
    const unpaired: ChanceCounts = { ...chance({ suspects, elsewhere: 25, unpaired: few }) };
    expect(rest(unpaired)).toContain(elsewhere);
    expect(rest(unpaired)).toContain('no bound, but all there is');
    expect(rest(chance({ elsewhere: 25, paired: few }))).not.toContain(elsewhere);
    expect(rest(chance())).not.toContain('no bound, but all there is');
  });

  test('answers to one prompt are counted together', () => {
    const rest = (prompts: number) =>
      summarise('dataset', { ...counts(3, 64), chance: chance({ paired: { ...background, prompts } }) }).rest;
    expect(rest(805)).toContain('Of 4,025 independent answers to 805 prompts by 5 sources');
    expect(rest(4025)).toContain('Of 4,025 independent answers by 5 sources');
    expect(rest(299)).toContain(
      'Not calibrated: 4,025 independent answers to 299 prompts by 5 sources are too few.',
    );
  });

  test('what luck may give beside the mean is the bound', () => {
    const rest = (found: number) =>
      summarise('dataset', counts(found, 1204, chance({ expected: { value: 1.2, upper: 2.9, most: 7 } })))
        .rest;
    expect(rest(125)).toContain('about 1 of the 125 expected by chance, at most 7.');
    expect(rest(7)).toContain('That is no more than chance alone may give.');
    expect(rest(8)).not.toContain('no more than chance');
  });

  test('responses that were judged in the other way are told apart, whichever are more', () => {
    const unpaired = { ...background, answers: 4000, reported: 9 };
    const rest = (none: number) => {
      const suspects = { equal: 1204 - none, near: 0, none };
      return summarise('dataset', counts(125, 1204, chance({ suspects, unpaired }))).rest;
    };
    expect(rest(4)).toContain(
      '4 responses to prompts that no other source answers are judged as 9 of 4,000 are.',
    );
    expect(rest(1203)).toContain('judged without other answers to their prompts, 9 reach this threshold');
    expect(rest(1203)).toContain(
      '1 response to prompts that another source answers is judged as 4 of 4,025 are.',
    );
  });

  test('responses that no rate speaks for are all counted in the bound', () => {
    const suspects = { equal: 1200, near: 0, none: 4 };
    const expected = { value: 1.2, upper: 6.9, most: 11 };
    const { rest } = summarise(
      'dataset',
      counts(125, 1204, chance({ suspects, expected, elsewhere: 4025, paired: background })),
    );
    expect(rest).toContain(
      '4 responses to prompts that no other source answers have no rate, and the upper number counts them all. ' +
        '4,025 independent answers are to prompts that the originals do not have: answers to the same prompts share more.',
    );
  });

  test('findings that repeat each other are counted once', () => {
    const headline = (kind: 'dataset' | 'outputs', found: number, distinct: number) =>
      summarise(kind, { ...counts(found, 1204), distinct }).headline;
    expect(headline('dataset', 125, 97)).toBe(
      '97 distinct findings among 1,204 responses, 125 with repetitions.',
    );
    expect(headline('dataset', 1204, 1)).toBe(
      '1 distinct finding among 1,204 responses, 1,204 with repetitions.',
    );
    expect(headline('dataset', 125, 125)).toBe('125 findings among 1,204 responses.');
    expect(headline('outputs', 125, 97)).toBe(
      '125 of 1,204 answers share text with the original answer to the same prompt. Of these, 97 are distinct.',
    );
  });

  test('findings with an innocent route are counted apart', () => {
    const headline = (kind: 'dataset' | 'outputs', found: number, routed: number, distinct: number) =>
      summarise(kind, { ...counts(found, 1204), routed, distinct }).headline;
    expect(headline('dataset', 125, 3, 122)).toBe(
      '122 findings without an innocent route among 1,204 responses; 3 more have one.',
    );
    expect(headline('dataset', 125, 1, 97)).toBe(
      '97 distinct findings without an innocent route among 1,204 responses, 124 with repetitions; 1 more has one.',
    );
    expect(headline('dataset', 3, 3, 0)).toBe(
      'No finding without an innocent route among 1,204 responses; 3 have one.',
    );
    expect(headline('dataset', 1204, 1, 1203)).toBe(
      '1,203 findings without an innocent route among 1,204 responses; 1 more has one.',
    );
    expect(headline('dataset', 125, 0, 125)).toBe('125 findings among 1,204 responses.');
    expect(headline('outputs', 125, 3, 97)).toBe(
      '125 of 1,204 answers share text with the original answer to the same prompt. 3 of these have an innocent route. Of the others, 97 are distinct.',
    );
    expect(headline('outputs', 1, 1, 0)).toBe(
      '1 of 1,204 answers share text with the original answer to the same prompt. 1 of these has an innocent route.',
    );
  });

  test('too few answers', () => {
    const few = { answers: 60, reported: 0, upper: 0.0596, sources: 2, worst: { source: 'a', value: 0 } };
    expect(dataset(1, 64, chance({ sources: 2, families: 2, paired: few }))).toBe(
      '1 finding among 64 responses. Not calibrated: 60 independent answers by 2 sources are too few. None reaches this threshold, which allows any rate up to 6.0\u00a0%.',
    );
    expect(dataset(2, 64, chance({ paired: { ...few, reported: 1, upper: 0.0894 } }))).toBe(
      '2 findings among 64 responses. Not calibrated: 60 independent answers by 2 sources are too few. 1 reaches this threshold, which allows any rate up to 8.9\u00a0%.',
    );
  });

  test('repetitions counted once have a number of their own', () => {
    const { headline, rest } = summarise('dataset', {
      ...counts(125, 1204, chance({ expected: { value: 1.6, upper: 2.9, distinct: 1.2 } })),
      distinct: 80,
    });
    expect(`${headline} ${rest}`).toBe(
      '80 distinct findings among 1,204 responses, 125 with repetitions. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 2 of the 125 expected by chance, and about 1 of the 80 distinct ones, at most 3 of either.',
    );
    const routed = { ...counts(125, 1204, chance()), distinct: 120, routed: 5 };
    expect(summarise('dataset', routed).rest).toContain('about 1 of the 125 expected by chance, at most 3.');
  });

  test('kinds of text that too few independent answers are of', () => {
    const scarce = [
      { by: 'script', name: 'Han', findings: 12, answers: 2 },
      { by: 'content', name: 'code', findings: 1, answers: 215 },
      { by: 'script', name: 'other', findings: 1, answers: 1 },
    ] as const;
    expect(dataset(125, 1204, chance({ scarce }))).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 125 expected by chance, at most 3. Not calibrated for Han (12 findings, 2 independent answers), code (1 finding, 215 independent answers) and texts without letters (1 finding, 1 independent answer): chance is not the same for every kind of text, and answers to fewer than 300 prompts give it no rate.',
    );
    expect(dataset(125, 1204, chance({ scarce: [] }))).not.toContain('Not calibrated');
  });

  test('several families', () => {
    expect(dataset(125, 1204, chance())).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 125 expected by chance, at most 3.',
    );
  });

  test('none of the answers reaches the threshold', () => {
    const none = { ...background, reported: 0, upper: 0.000914, worst: { source: 'a', value: 0 } };
    expect(dataset(125, 1204, chance({ paired: none, expected: { value: 0, upper: 1.1 } }))).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources none reaches this threshold (a rate of at most 0.091\u00a0%): fewer than 1 of the 125 expected by chance, at most 2.',
    );
  });

  test('one family', () => {
    const one = {
      answers: 805,
      reported: 3,
      upper: 0.0108,
      sources: 1,
      worst: { source: 'a', value: 0.0037 },
    };
    const given: ChanceCounts = {
      answers: 805,
      sources: 1,
      families: 1,
      suspects: { equal: 0, near: 0, none: 1204 },
      unpaired: one,
      expected: { value: 4.5, upper: 13 },
      standOut: [],
    };
    expect(dataset(125, 1204, given)).toBe(
      '125 findings among 1,204 responses. Of 805 independent answers by 1 source, judged without other answers to their prompts, 3 reach this threshold (0.37\u00a0%): about 5 of the 125 expected by chance, at most 13. They are of one family, so nothing shows how far sources differ.',
    );
  });

  test('no prompt of the suspect that a control answers', () => {
    const unpaired = { ...background, reported: 16, upper: 0.0064, worst: { source: 'a', value: 0.01 } };
    const given = chance({
      suspects: { equal: 0, near: 0, none: 1204 },
      unpaired,
      expected: { value: 4.8, upper: 12 },
    });
    expect(dataset(125, 1204, given)).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources, judged without other answers to their prompts, 16 reach this threshold (worst source 1.0\u00a0%): about 5 of the 125 expected by chance, at most 12.',
    );
  });

  test('nothing found', () => {
    expect(dataset(0, 1204, chance())).toBe(
      'No finding among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 would be expected by chance, at most 3.',
    );
  });

  test('all found', () => {
    expect(dataset(1204, 1204, chance())).toBe(
      'All 1,204 responses are findings. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 1,204 expected by chance, at most 3.',
    );
  });

  test('no more found than chance gives', () => {
    expect(dataset(2, 1204, chance())).toBe(
      '2 findings among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 2 expected by chance, at most 3. That is no more than chance alone may give.',
    );
    expect(dataset(3, 805, chance({ expected: { value: 4.3, upper: 12.8 } }))).toBe(
      '3 findings among 805 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 4 would be expected by chance, at most 13. That is no more than chance alone may give.',
    );
  });

  test('some prompts that no control answers, and sources that stand out', () => {
    const unpaired = { ...background, reported: 42 };
    const mixed = chance({ suspects: { equal: 904, near: 0, none: 300 }, unpaired, standOut: ['b.jsonl'] });
    expect(dataset(125, 1204, mixed)).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 125 expected by chance, at most 3. 300 responses to prompts that no other source answers are judged as 42 of 4,025 are. b.jsonl stands out among the sources: it may be kin to the originals’ model, or derived from the originals.',
    );
    expect(dataset(125, 1204, chance({ standOut: ['b.jsonl', 'c.jsonl'] }))).toContain(
      ' b.jsonl and c.jsonl stand out among the sources: they may be kin to the originals’ model, or derived from the originals.',
    );
  });
});

describe('the sentences of a model-output run', () => {
  test('without controls', () => {
    const { headline, rest } = summarise('outputs', counts(90, 805, undefined, 1));
    expect(headline).toBe('90 of 805 answers share text with the original answer to the same prompt.');
    expect(rest).toBe(
      'At most this can show that answers are closer to the originals than independent models’ answers are; it cannot show what a model was trained on. Not calibrated. 1 answer had no original answer to the same prompt.',
    );
  });

  test('with controls', () => {
    expect(summarise('outputs', counts(90, 805, chance())).rest).toBe(
      'At most this can show that answers are closer to the originals than independent models’ answers are; it cannot show what a model was trained on. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 90 expected by chance, at most 3.',
    );
  });
});
