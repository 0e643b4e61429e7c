import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../harness/axe.js';
import { complaints, PanelPages, picture } from '../harness/panelPage.js';
import { DATASET } from './datasetPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start(DATASET);
});
afterAll(() => pages.stop());

const current = (page: Page, record: number) =>
  page.locator(`#record-${record}[data-cursor][aria-selected=true]:not(.loading)`).waitFor();
const said = (page: Page) => page.locator('.status-said').innerText();
const records = (page: Page) => page.locator('.status-records').innerText();
const button = (page: Page) => page.getByRole('button', { name: 'Only findings' });

/** The numbers of the rows that exist, in order. */
function rows(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.grid-row:not(.loading)')]
      .map((row) => Number(row.dataset['record']))
      .sort((a, b) => a - b),
  );
}

async function notice(page: Page, message: object): Promise<void> {
  await page.evaluate((sent) => window.postMessage(sent, '*'), message);
}

test('a key leaves only the records with findings, says so, and shows all again', async () => {
  const page = await pages.open();
  await notice(page, { type: 'reveal', record: 30 });
  await current(page, 30);
  await page.keyboard.press('f');
  // The nearest one behind.
  await current(page, 34);
  await expect.poll(() => said(page)).toBe('Only the 24 records with findings are shown.');
  expect(await records(page)).toBe('24 of 400 records');
  expect(await button(page).getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('25');
  await expect.poll(async () => (await rows(page)).slice(0, 4)).toEqual([0, 17, 34, 51]);
  expect((await rows(page)).every((record) => record % 17 === 0)).toBe(true);
  expect(await page.locator('#record-34').getAttribute('aria-rowindex')).toBe('4');
  await page.keyboard.press('ArrowDown');
  await current(page, 51);
  await expect.poll(() => page.locator('.record h2').innerText()).toBe('Record 51');
  await page.keyboard.press('End');
  await current(page, 391);
  await picture(page, 'dataset-only-findings');
  expect(await violations(page)).toEqual([]);
  await button(page).click();
  await current(page, 391);
  await expect.poll(() => said(page)).toBe('All records are shown.');
  expect(await button(page).getAttribute('aria-pressed')).toBe('false');
  await expect.poll(() => rows(page)).toContain(390);
  expect(await records(page)).toBe('400 records');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('only the rows in view are fetched, by their numbers, and the file need not be counted', async () => {
  const page = await pages.open({ run: 'counting' });
  await current(page, 0);
  await page.keyboard.press('f');
  await expect.poll(() => records(page)).toBe('3,000 of about 2,000,000 records, counting: 1 %');
  await page.keyboard.press('ArrowDown');
  await current(page, 17);
  const asked = await page.evaluate(() =>
    window.calls.flatMap(({ method, argument }) =>
      method === 'rows' ? [(argument as { records: number[] }).records] : [],
    ),
  );
  expect(asked.at(-1)).toEqual(Array.from({ length: 64 }, (_, i) => i * 17));
  // The last finding is behind what is counted: its row waits, and comes with the count.
  await page.keyboard.press('End');
  await page.locator('#record-50983.loading[data-cursor]').waitFor();
  await page.evaluate(() => (window as unknown as { countTo(n: number): void }).countTo(1_000_000));
  await current(page, 50_983);
  await expect.poll(() => page.locator('.record h2').innerText()).toBe('Record 50,983');
  await page.close();
});

test('a search steps through what is shown and counts the rest', async () => {
  const page = await pages.open();
  const status = () => page.locator('.search-status').innerText();
  await page.keyboard.press('f');
  await page.keyboard.press('/');
  await page.keyboard.type('gluten');
  await page.keyboard.press('Enter');
  await expect.poll(status).toMatch(/^1 of \d+ · \d+ without a finding$/);
  const [, shown = '', hidden = ''] = /of (\d+) · (\d+)/.exec(await status()) ?? [];
  expect(Number(shown) + Number(hidden)).toBe(99);
  await page.keyboard.press('Enter');
  await expect.poll(status).toMatch(/^2 of /);
  expect((await rows(page)).every((record) => record % 17 === 0)).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expect.poll(status).toMatch(/ of 99$/);
  await page.keyboard.press('f');
  await expect.poll(status).toMatch(new RegExp(` of ${shown} · ${hidden} without a finding$`));
  await page.close();
});

test('a jump to a record without a finding shows all records again, and says why', async () => {
  const page = await pages.open();
  await page.keyboard.press('f');
  await notice(page, { type: 'reveal', record: 340 });
  await current(page, 340);
  expect(await records(page)).toBe('24 of 400 records');
  await page.keyboard.press('g');
  await current(page, 321);
  await expect.poll(() => said(page)).toBe('Record 321 has no finding: all records are shown again.');
  expect(await records(page)).toBe('400 records');
  expect(await button(page).getAttribute('aria-pressed')).toBe('false');
  await page.close();
});

test('Ctrl+A takes what is shown, and verdicts stay on the findings they were given', async () => {
  const page = await pages.open();
  await page.keyboard.press('f');
  await page.keyboard.press('Control+a');
  const selected = () => page.locator('.status-selected').innerText();
  await expect.poll(selected).toBe('24 records selected with 24 findings, 12 with too little evidence');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await current(page, 17);
  await page.keyboard.press('d');
  await current(page, 51);
  await page.locator('#record-17', { hasText: 'dismissed by you' }).waitFor();
  expect(await page.locator('#record-34', { hasText: 'dismissed by you' }).count()).toBe(0);
  await page.close();
});

test('is kept through a reload, and not offered where nothing was found', async () => {
  const page = await pages.open();
  await page.keyboard.press('f');
  await page.keyboard.press('PageDown');
  await expect.poll(() => said(page)).toBe('');
  const record = Number(await page.locator('[data-cursor]').getAttribute('data-record'));
  expect(record).toBeGreaterThan(51);
  await page.reload();
  await current(page, record);
  expect(await records(page)).toBe('24 of 400 records');
  expect((await rows(page)).every((one) => one % 17 === 0)).toBe(true);
  await page.close();
  const plain = await pages.open({ run: 'plain' });
  await current(plain, 0);
  expect(await button(plain).count()).toBe(0);
  await plain.keyboard.press('f');
  await expect.poll(() => said(plain)).toBe('The run found nothing in this file: all records are shown.');
  await plain.close();
});
