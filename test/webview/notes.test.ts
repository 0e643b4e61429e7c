import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const judged = (page: Page) => callsOf(page, 'judge');
const note = (page: Page) => page.locator('.note-editor textarea');
const title = (page: Page) => page.locator('.note-editor .note-title').innerText();
const hasFocus = (page: Page) => note(page).evaluate((field) => field === document.activeElement);
/** Opens the note as somebody does who is in the list. */
async function open(page: Page): Promise<void> {
  await page.locator('.list').focus();
  await page.keyboard.press('e');
  await expect.poll(() => hasFocus(page)).toBe(true);
}

test('what is being written stays through a look at another finding', async () => {
  const page = await pages.open();
  await open(page);
  await page.keyboard.type('Same typo');
  await page.locator('.row[data-index="1"]').click();
  await page.keyboard.press('k');
  await open(page);
  expect(await note(page).inputValue()).toBe('Same typo');
  await page.keyboard.type(' in both');
  await page.keyboard.press('Control+Enter');
  await page.locator('.said').getByText('Note saved.').waitFor();
  expect(await judged(page)).toEqual([{ findings: [0], note: 'Same typo in both' }]);
  await page.close();
});

test('what is being written waits while another note is written, and Escape gives it up', async () => {
  const page = await pages.open();
  await open(page);
  await page.keyboard.type('first');
  await page.locator('.row[data-index="1"]').click();
  await open(page);
  expect(await title(page)).toBe('Note on record 12');
  expect(await note(page).inputValue()).toBe('');
  await page.keyboard.type('second');
  await page.locator('.row[data-index="0"]').click();
  await open(page);
  expect(await title(page)).toBe('Note on record 11');
  expect(await note(page).inputValue()).toBe('first');
  await page.keyboard.press('Escape');
  await open(page);
  expect(await note(page).inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await open(page);
  expect(await note(page).inputValue()).toBe('second');
  expect(await judged(page)).toEqual([]);
  await page.close();
});

test('a note on many findings says how many they are, written and removed', async () => {
  const page = await pages.open();
  for (let more = 0; more < 2; more++) await page.keyboard.press('Shift+ArrowDown');
  await open(page);
  await page.keyboard.type('one scrape');
  await page.keyboard.press('Control+Enter');
  await page.locator('.said').getByText('Note saved for 3 findings.').waitFor();
  await open(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('.said').getByText('Note removed from 3 findings.').waitFor();
  await page.close();
});

test('innocent routes that are being set stay as well', async () => {
  const page = await pages.open();
  const box = page.locator('[data-route="third source"]');
  await page.keyboard.press('i');
  await box.press('Space');
  await page.locator('.list').focus();
  await page.keyboard.press('i');
  expect(await box.isChecked()).toBe(true);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.close();
});
