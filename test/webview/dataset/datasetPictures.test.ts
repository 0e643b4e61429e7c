/** Pictures for people: they are looked at, and every page must at least come up without a complaint. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, PanelPages, picture, type OpenOptions } from '../harness/panelPage.js';
import { DATASET } from './datasetPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start(DATASET);
});
afterAll(() => pages.stop());

const PICTURES: Readonly<Record<string, OpenOptions>> = {
  dark: { theme: 'dark' },
  light: { theme: 'light' },
  'high-contrast': { theme: 'high-contrast' },
  'high-contrast-light': { theme: 'high-contrast-light' },
  narrow: { width: 400, height: 900 },
  middle: { width: 860, theme: 'light' },
  plain: { run: 'plain', theme: 'light' },
  guessed: { run: 'guessed' },
  rtl: { run: 'rtl' },
  hostile: { run: 'hostile' },
  counting: { run: 'counting', theme: 'light' },
  refused: { query: '&fail=open' },
};

test.each(Object.entries(PICTURES))('%s', async (name, options) => {
  const page = await pages.open(options);
  await picture(page, `dataset-${name}`);
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('a search, and a broken record', async () => {
  const page = await pages.open({ run: 'few' });
  await page.keyboard.press('/');
  await page.keyboard.type('heaps');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.search-status')?.textContent.includes('of'));
  await picture(page, 'dataset-search');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 14; i++) await page.keyboard.press('PageDown');
  await page.waitForTimeout(200);
  await picture(page, 'dataset-scrolled');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test.each(['light', 'high-contrast', 'high-contrast-light'] as const)(
  'only findings, three selected, in %s',
  async (theme) => {
    const page = await pages.open({ theme });
    await page.keyboard.press('f');
    await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowDown');
    await page.locator('.status-selected', { hasText: '3 records selected' }).waitFor();
    await page.locator('#record-51:not(.loading)').waitFor();
    await picture(page, `dataset-three-${theme}`);
    expect(await complaints(page)).toEqual([]);
    await page.close();
  },
);
