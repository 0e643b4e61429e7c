import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  excludeArgument,
  focusArgument,
  headingsArgument,
  histogramArgument,
  judgeArgument,
  listArgument,
  sampleArgument,
} from '../../src/host/panel/panelArguments.js';

const QUERY = {
  sort: 'evidence',
  kinds: ['identical'],
  text: 'a.*',
  ranges: [{ score: 'jaccard', from: 0.5 }],
  files: ['/a.jsonl'],
  flags: ['homoglyphs'],
  meta: [{ side: 'suspect', field: '__proto__', value: 'x', exact: true }],
  times: [{ side: 'original', field: 'created', from: '2025-11-01' }],
  verdicts: ['open', 'disagreement'],
  sample: { size: 60, seed: 1 },
  group: { by: 'meta', side: 'original', field: 'account' },
};

describe('What the panel asks the list for', () => {
  it('is passed on as it is, and nothing else with it', () => {
    assert.deepEqual(listArgument({ ...QUERY, run: '../other', more: 1 }), QUERY);
    assert.deepEqual(histogramArgument({ query: QUERY, score: 'jaccard' }), {
      query: QUERY,
      score: 'jaccard',
    });
    assert.deepEqual(headingsArgument({ group: { by: 'text', side: 1 }, ids: [1] }), {
      group: { by: 'text' },
      ids: [1],
    });
  });

  it('is refused whole when a part of it is off', () => {
    const wrong = [
      { sort: 'constructor' },
      { kinds: ['identical', 'other'] },
      { text: 'x'.repeat(10_001) },
      { ranges: [{ score: 'dice', from: 0 }] },
      { ranges: [{ score: 'jaccard', from: '0' }] },
      { ranges: [{ score: 'jaccard', to: NaN }] },
      { ranges: {} },
      { files: [1] },
      { flags: 'homoglyphs' },
      { meta: [{ side: 'control', field: 'a', value: 'b', exact: true }] },
      { meta: [{ side: 'suspect', field: 'a', value: 1, exact: true }] },
      { times: [{ side: 'control', field: 'a' }] },
      { times: [{ side: 'suspect', field: 'a', from: '2025-02-30' }] },
      { times: [{ side: 'suspect', field: 'a', to: 20251104 }] },
      { group: { by: 'meta', side: 'suspect' } },
      { group: 'text' },
      { verdicts: ['cleared'] },
      { sample: { size: 0, seed: 1 } },
      { sample: 60 },
      { meta: Array.from({ length: 1001 }, () => QUERY.meta[0]) },
    ];
    for (const change of wrong)
      assert.throws(
        () => listArgument({ ...QUERY, ...change }),
        /no argument of list/,
        JSON.stringify(change),
      );
    assert.throws(() => histogramArgument({ query: QUERY, score: 'position' }), /no argument of histogram/);
    assert.throws(() => headingsArgument({ group: { by: 'none' }, ids: [-1] }), /no argument of/);
  });
});

describe('What the panel asks the review for', () => {
  it('is passed on as it is, and nothing else with it', () => {
    const judging = { findings: [0, 7], verdict: 'confirmed', note: 'a\n<b>' };
    assert.deepEqual(judgeArgument({ ...judging, reviewer: 'another', run: 1 }), judging);
    assert.deepEqual(judgeArgument({ findings: [], note: '' }), { findings: [], note: '' });
    const routes = { 'third source': true, 'suspect earlier': false };
    assert.deepEqual(judgeArgument({ findings: [1], routes }), { findings: [1], routes });
    assert.deepEqual(sampleArgument({ size: 5, seed: 0, of: 9 }), { size: 5, seed: 0 });
    assert.deepEqual(focusArgument({ keys: true, more: 1 }), { keys: true });
  });

  it('excludes a text with a reason, and nothing longer than a run can keep', () => {
    const exclusion = { text: 'x'.repeat(100_000), because: 'a licence' };
    assert.deepEqual(excludeArgument({ ...exclusion, withdrawn: true, caseDir: '/' }), exclusion);
    for (const wrong of [
      null,
      { text: 'x' },
      { ...exclusion, text: `${exclusion.text}x` },
      { ...exclusion, because: 1 },
    ])
      assert.throws(() => excludeArgument(wrong));
  });

  it('is refused when a part of it is off', () => {
    for (const wrong of [
      null,
      { findings: [-1], verdict: 'confirmed' },
      { findings: '0', verdict: 'confirmed' },
      { findings: [0], verdict: 'guilty' },
      { findings: [0], note: 'x'.repeat(10_001) },
      { findings: [0], note: 1 },
      { findings: [0], routes: { 'another way': true } },
      { findings: [0], routes: { 'third source': 'yes' } },
      { findings: [0], routes: [] },
    ])
      assert.throws(() => judgeArgument(wrong), /no argument of judge/, JSON.stringify(wrong));
    assert.throws(() => sampleArgument({ size: 1.5, seed: 1 }), /no argument of sample/);
    assert.throws(() => focusArgument({ keys: 'yes' }), /no argument of focus/);
  });
});
