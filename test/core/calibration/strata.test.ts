import { describe, expect, it } from 'vitest';
import { strataOf } from '../../../src/core/calibration/strata.js';

const content = (text: string) => strataOf(text).content;

describe('what rates are given by', () => {
  it('takes the script of most letters', () => {
    expect(strataOf('先打开 Wi-Fi 再连接打印机，等绿灯亮起来').script).toBe('Han');
    expect(strataOf('The sign 出口 means exit.').script).toBe('Latin');
    expect(strataOf('Ночью все кошки серы').script).toBe('Cyrillic');
    expect(strataOf('1 + 1 = 2').script).toBe('other');
  });

  it('knows code with and without a fence', () => {
    expect(content('Try this:\n\n```\nls\n```')).toBe('code');
    expect(content('def area(width, height):\n    size = width * height\n    return size')).toBe('code');
    expect(content('for (let i = 0; i < 3; i++) {\n  console.log(i);\n}')).toBe('code');
    expect(content("SELECT name\nFROM shops\nWHERE town = 'Delft'\nLIMIT 3")).toBe('code');
    expect(content('<ul>\n  <li>tea</li>\n</ul>')).toBe('code');
    expect(content('total = sum(prices)\nprint(total)  # all of them')).toBe('code');
  });

  it('takes no prose for code', () => {
    expect(content('For a week (at least) she returned to class: it was a try.')).toBe('prose');
    expect(content('Return the book to me.\nWhile it rains, we read.\nImport duties rose.')).toBe('prose');
    expect(content('He paused; she did not.')).toBe('prose');
    expect(content('')).toBe('prose');
  });

  it('knows lists and maths', () => {
    expect(content('You need:\n- flour;\n- eggs;\n- salt;')).toBe('list');
    expect(content('The roots are \\(x = 3\\) and \\(x = 4\\).')).toBe('maths');
    expect(content('It costs $3 or $4.')).toBe('prose');
  });
});
