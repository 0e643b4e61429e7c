import { expect, it } from 'vitest';
import { parseJson } from '../../../src/io/dataset/parseJson.js';

it('quotes a broken record without the control characters that a terminal would obey', () => {
  const parsed = parseJson('{"a": \u001b[31m\u0007\u202e}');
  const reason = 'reason' in parsed ? parsed.reason : '';
  expect(reason).toContain('not valid JSON');
  expect(reason).toContain('[31m');
  expect(reason).not.toMatch(/[\u0007\u001b\u202e]/);
});
