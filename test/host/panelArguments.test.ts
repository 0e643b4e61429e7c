import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headingsArgument, histogramArgument, listArgument } from '../../src/host/panel/panelArguments.js';

const QUERY = {
  sort: 'evidence',
  kinds: ['identical'],
  text: 'a.*',
  ranges: [{ score: 'jaccard', from: 0.5 }],
  files: ['/a.jsonl'],
  flags: ['homoglyphs'],
  meta: [{ side: 'suspect', field: '__proto__', value: 'x', exact: true }],
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
      { group: { by: 'meta', side: 'suspect' } },
      { group: 'text' },
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
