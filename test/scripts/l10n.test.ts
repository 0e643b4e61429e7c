import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostStrings, stringsIn } from '../../scripts/l10n/strings.mjs';

describe('The strings for translators', () => {
  it('are the literals handed to l10n.t; a call without one is named by its line', () => {
    const source = "vscode.l10n.t('One {0}', x);\nl10n.t(`Two`);\nvscode.l10n.t(text);\nother.t('no');";
    expect(stringsIn(source)).toEqual({ strings: ['One {0}', 'Two'], wrong: [3] });
  });

  it('are all found in the host: none is put together at run time', async () => {
    const { strings, wrong } = await hostStrings(path.resolve('src/host'));
    expect(wrong).toEqual([]);
    expect(strings.has('Cancelled.')).toBe(true);
  });
});
