import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { numberIn } from '../../src/host/dataset/askRecord.js';
import {
  askArgument,
  countedArgument,
  findingArgument,
  recordArgument,
  rowsArgument,
  searchArgument,
} from '../../src/host/dataset/datasetArguments.js';

const HUGE = 'x'.repeat(10_001);

describe('What the dataset editor’s app may ask', () => {
  it('passes as a clean copy', () => {
    const find = { text: 'a', matchCase: false };
    assert.deepEqual(rowsArgument({ records: [0, 64], find: { ...find, more: 1 }, table: 7, run: 'x' }), {
      records: [0, 64],
      find,
    });
    assert.deepEqual(rowsArgument({ records: [5] }), { records: [5] });
    assert.deepEqual(searchArgument({ ...find, from: 3, table: 7 }), { ...find, from: 3 });
    assert.deepEqual(recordArgument({ record: 3, path: '/etc/passwd' }), { record: 3 });
    const known = { records: 1, exact: false, bytesDone: 0.5, bytes: 10 };
    assert.deepEqual(countedArgument({ known: { ...known, more: 1 } }), { known });
    assert.deepEqual(askArgument({ records: 3 }), { records: 3 });
    assert.deepEqual(findingArgument({ finding: 0 }), { finding: 0 });
  });

  it('is refused otherwise', () => {
    const wrong: [(value: unknown) => unknown, unknown][] = [
      [rowsArgument, undefined],
      [rowsArgument, { records: [-1] }],
      [rowsArgument, { records: [3, 3] }],
      [rowsArgument, { records: [3, '4'] }],
      [rowsArgument, { records: Array.from({ length: 2001 }, (_, i) => i) }],
      [rowsArgument, { records: [0], find: { text: HUGE, matchCase: false } }],
      [rowsArgument, { records: [0], find: 'a' }],
      [searchArgument, { text: 'a', matchCase: 'no', from: 0 }],
      [searchArgument, { text: 'a', matchCase: true, from: 0.5 }],
      [recordArgument, { record: '3' }],
      [countedArgument, { known: { records: 1, exact: false, bytesDone: NaN, bytes: 1 } }],
      [askArgument, []],
      [findingArgument, { finding: -1 }],
    ];
    for (const [check, value] of wrong) assert.throws(() => check(value), /no argument of/);
  });
});

describe('The number of a record', () => {
  it('is read as people write it', () => {
    for (const text of ['1234567', ' 1,234,567 ', '1 234 567', '1_234_567', '1’234’567'])
      assert.equal(numberIn(text, 2_000_000), 1_234_567, text);
    assert.equal(numberIn('0', 0), 0);
  });

  it('is none that the file does not have', () => {
    for (const text of ['', '-1', '1.5', '12e3', '1,23', '2000001', 'ten', '9'.repeat(40)])
      assert.equal(numberIn(text, 2_000_000), undefined, text);
  });
});
