/** Pictures for people: they are looked at, and every page must at least come up without a complaint. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, PanelPages, picture, type OpenOptions } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const PICTURES: Readonly<Record<string, OpenOptions>> = {
  dark: { theme: 'dark' },
  light: { theme: 'light' },
  'high-contrast': { theme: 'high-contrast' },
  'high-contrast-light': { theme: 'high-contrast-light' },
  calibrated: { run: 'calibrated' },
  nothing: { run: 'nothing' },
  narrow: { width: 400, height: 1600 },
  middle: { width: 860, theme: 'light' },
  empty: { run: 'empty' },
  'empty-light': { run: 'empty', theme: 'light' },
  rtl: { run: 'rtl' },
  long: { run: 'long', theme: 'light' },
  hostile: { run: 'hostile' },
  'stale-outputs': { run: 'outputs', query: '&stale=1' },
  reviewed: { run: 'reviewed' },
  'reviewed-light': { run: 'reviewed', theme: 'light' },
  'reviewed-high-contrast': { run: 'reviewed', theme: 'high-contrast' },
  'reviewed-narrow': { run: 'reviewed', width: 400, height: 900 },
  'reviewed-middle': { run: 'reviewed', width: 720, theme: 'light' },
  failing: { query: '&fail=pair' },
};

test.each(Object.entries(PICTURES))('%s', async (name, options) => {
  const page = await pages.open(options);
  await picture(page, name);
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('inline, a run stepped to, the help and a tooltip', async () => {
  const page = await pages.open();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await picture(page, 'run');
  await page.keyboard.press('l');
  await picture(page, 'inline');
  await page.keyboard.press('?');
  await picture(page, 'help');
  await page.keyboard.press('Escape');
  await page.locator('.score').nth(1).hover();
  await page.locator('.tooltip:not([hidden])').waitFor();
  await picture(page, 'tooltip');
  await page.locator('.inputs summary').click();
  await picture(page, 'inputs');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('many selected, a note being written, a filter with judged items, a sample and its dialog', async () => {
  const page = await pages.open({ run: 'reviewed' });
  await page.keyboard.press('j');
  for (let more = 0; more < 3; more++) await page.keyboard.press('Shift+ArrowDown');
  await picture(page, 'selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await picture(page, 'note');
  await page.keyboard.press('Escape');
  await page.locator('[data-filter=open]').click();
  await page.locator('.list').focus();
  for (const key of ['c', 'd', 'u']) await page.keyboard.press(key);
  await page.locator('.still-shown').getByText('3 judged items').waitFor();
  await picture(page, 'filtered');
  await page.keyboard.press('r');
  await page.locator('.sample-offer').click();
  await picture(page, 'sample-dialog');
  await page.keyboard.press('Enter');
  await page.locator('.sample-claim').waitFor();
  await picture(page, 'sample');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});
