/** The calibration and the matrix of a made-up run. */
import type { Background, Rate } from '../../../src/shared/calibration.js';
import type { Closeness } from '../../../src/shared/closeness.js';
import type { CalibrationView } from '../../../src/shared/engineCalls.js';
import type { FakeRun } from './runs.js';
import { HOSTILE } from './texts.js';

const NAMES = ['north-7b.jsonl', 'north-70b.jsonl', 'harbour-2.jsonl', 'quarry-large.jsonl', HOSTILE];

const rate = (reported: number, answers: number): Rate => ({
  reported,
  answers,
  prompts: answers / 5,
  value: reported / answers,
  lower: reported / answers / 3,
  upper: (reported + 3) / answers,
  interval: 'clustered',
});

const sources = NAMES.map((source, at) => ({
  source,
  path: `controls/${source}`,
  family: at < 2 ? 'north' : source,
  ...rate(at === 1 ? 2 : 1, 805),
  standsOut: at === 1,
}));

const paired: Background = {
  sources,
  pooled: rate(6, 4025),
  worst: NAMES[1]!,
  strata: [
    { by: 'length', name: '300 to 999', ...rate(2, 1800) },
    { by: 'length', name: '1,000 to 2,999', ...rate(4, 2225) },
    { by: 'script', name: 'Latin', ...rate(6, 4025) },
    { by: 'content', name: 'code', ...rate(3, 200) },
    { by: 'content', name: 'prose', ...rate(3, 3825) },
  ],
  kinds: { identical: 0, normalised: 0, 'near-duplicate': 1, partial: 5 },
  chosen: [
    { rate: 0.01, threshold: 10, first: rate(4, 2000), second: rate(2, 2025), supported: true },
    { rate: 0.001, threshold: 13, first: rate(2, 2000), second: rate(1, 2025), supported: false },
    { rate: 0, threshold: 21, first: rate(0, 2000), second: rate(0, 2025), supported: true },
  ],
};

/** Five controls beside the suspect and the originals; the first two are kin. */
function matrix(): Closeness {
  const named = ['forum-mix.jsonl', 'answers-2025-10.jsonl', ...NAMES];
  const value = (a: number, b: number) =>
    a === 0 && b === 1 ? 0.1437 : a === 2 && b === 3 ? 0.121 : 0.02 + ((a * 7 + b * 3) % 5) / 100;
  const mean = (of: number) => ({ prompts: 805, value: of, lower: of - 0.006, upper: of + 0.006 });
  const trial = (source: number, more: number) => {
    const others = [2, 3, 4, 5, 6].filter((other) => other !== source && !(source === 2 && other === 3) && !(source === 3 && other === 2)); // prettier-ignore
    const differences = others.map((other) => ({ other, ...mean(more - other / 100), closer: more > 0.05 }));
    return { source, differences, passed: more > 0.05, first: 400 - 40 * source, of: 805 };
  };
  return {
    level: 0.95,
    shingle: 3,
    answered: 805,
    prompts: 805,
    sources: named.map((source, at) => ({
      role: at === 0 ? 'suspect' : at === 1 ? 'original' : 'control',
      source,
      path: at < 2 ? source : `controls/${source}`,
      ...(at > 1 && { family: at < 4 ? 'north' : `controls/${source}` }),
      prompts: 805,
    })),
    pairs: named.flatMap((_, a) =>
      named.slice(a + 1).map((__, at) => ({ a, b: a + 1 + at, ...mean(value(a, a + 1 + at)) })),
    ),
    trials: [0, 2, 3, 4, 5, 6].map((source) => trial(source, source === 0 || source === 2 ? 0.09 : 0.01)),
    ranks: [400, 200, 100, 55, 30, 20],
  };
}

/** What the engine would answer of `fake`. */
export function calibrationOf({ run, rowOf }: FakeRun): CalibrationView {
  const { counts } = run.manifest;
  return {
    calibration: counts.chance && {
      threshold: 10,
      level: 0.95,
      families: 5,
      suspects: counts.chance.suspects,
      paired,
      expected: counts.chance.expected,
      from: 1,
      scores: NAMES.map((source, at) => ({
        source,
        family: source,
        below: 790,
        scores: [14 + at, 10, 7, 5, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1],
      })),
    },
    closeness: counts.closeness && matrix(),
    findings: Array.from({ length: run.findings }, (_, id) => rowOf(id).evidence).sort((a, b) => b - a),
    responses: counts.responses,
  };
}
