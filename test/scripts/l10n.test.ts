import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringsIn, stringsOf } from '../../scripts/l10n/strings.mjs';

describe('The strings for translators', () => {
  it('are the literals handed to l10n.t; a call without one is named by its line', () => {
    const source = "vscode.l10n.t('One {0}', x);\nl10n.t(`Two`);\nvscode.l10n.t(text);\nother.t('no');";
    expect(stringsIn(source)).toEqual({ strings: ['One {0}', 'Two'], wrong: [3] });
  });

  it('are in a webview those of t and tNodes, and both of plural', () => {
    const source =
      "t('One');\ntNodes('Two {0}', b);\nplural(n, '{0} egg', '{0} eggs');\nplural(n, one, 'many');";
    expect(stringsIn(source)).toEqual({
      strings: ['One', 'Two {0}', '{0} egg', '{0} eggs', 'many'],
      wrong: [4],
    });
  });

  it('are all found in the host and the webviews: none is put together at run time', async () => {
    const { strings, wrong } = await stringsOf(path.resolve('src/host'), path.resolve('src/webview'));
    expect(wrong).toEqual([]);
    expect(strings.has('Cancelled.')).toBe(true);
    expect(strings.has('Not judged yet')).toBe(true);
  });

  it('are not in the style sheets, which nobody translates', async () => {
    const sheets = await Promise.all(
      ['panel', 'dataset'].map((name) => readFile(`media/${name}.css`, 'utf8')),
    );
    const said = sheets.flatMap((sheet) => sheet.match(/(?<![\w-])content:[^;']*'[^';]*\p{L}[^;]*/gu) ?? []);
    expect(said).toEqual([]);
  });
});
