import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const excluded = (page: Page) => callsOf(page, 'exclude');
const text = (page: Page) => page.getByLabel('Text to exclude');
const reason = (page: Page) => page.getByRole('textbox', { name: 'Because' });

describe('excluding a text', () => {
  test('offers the passage, asks why, and says what comes of it', async () => {
    const page = await pages.open();
    await page.keyboard.press('n');
    const run = page.locator('.column.suspect .shared.current').first();
    await run.waitFor();
    const passage = await run.innerText();
    await page.keyboard.press('b');
    await text(page).waitFor();
    expect(await text(page).inputValue()).toContain(passage);
    await page.keyboard.press('Enter');
    await page.getByText('Say why.').waitFor();
    expect(await excluded(page)).toEqual([]);
    await page.keyboard.type('a set phrase');
    const offered = await text(page).inputValue();
    await page.keyboard.press('Enter');
    await page.locator('.said').getByText('Excluded. This run stays as it is').waitFor();
    expect(await excluded(page)).toEqual([{ text: offered.trim(), because: 'a set phrase' }]);
    // The focus is back where keys act.
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.close();
  });

  test('takes what is selected in one text, without the numbers of passages; Escape leaves', async () => {
    const page = await pages.open();
    const column = page.locator('.column.original .text');
    await column.locator('.passage-number').first().waitFor();
    const words = await column.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.querySelector('p')!);
      document.getSelection()!.removeAllRanges();
      document.getSelection()!.addRange(range);
      const copy = element.querySelector('p')!.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('button').forEach((button) => button.remove());
      return copy.textContent.trim();
    });
    await page.keyboard.press('b');
    await text(page).waitFor();
    expect(await text(page).inputValue()).toBe(words);
    await reason(page).press('Escape');
    await text(page).waitFor({ state: 'detached' });
    expect(await excluded(page)).toEqual([]);
    await page.close();
  });
});
