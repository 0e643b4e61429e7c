import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import { PanelPages } from '../harness/panelPage.js';
import { DATASET } from './datasetPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start(DATASET);
});
afterAll(() => pages.stop());

const THEMES = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const;

test.each(THEMES)('rows, record, search, messages and the page of a refused file in %s', async (theme) => {
  const page = await pages.open({ theme });
  await page.locator('.field').first().waitFor();
  expect(await violations(page), 'rows and record').toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('gluten');
  await page.locator('.hit').first().waitFor();
  await page.evaluate(() => window.postMessage({ type: 'changed' }, '*'));
  await page.evaluate(() => window.postMessage({ type: 'reveal', record: 130 }, '*'));
  await page.locator('.record-problem').waitFor();
  expect(await violations(page), 'search, message, broken record').toEqual([]);
  await page.close();
  const narrow = await pages.open({ theme, width: 400, run: 'guessed' });
  expect(await violations(narrow), 'narrow').toEqual([]);
  await narrow.close();
  const refused = await pages.open({ theme, query: '&fail=open' });
  expect(await violations(refused), 'refused').toEqual([]);
  await refused.close();
});
