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

const selected = (page: Page) => page.locator('.status-selected');
const said = (page: Page) => page.locator('.status-said');
const row = (page: Page, record: number) => page.locator(`#record-${record}`);

const judged = (page: Page) =>
  page.evaluate(() => window.calls.flatMap((call) => (call.method === 'judge' ? [call.argument] : [])));

async function notice(page: Page, message: object): Promise<void> {
  await page.evaluate((sent) => window.postMessage(sent, '*'), message);
}

async function goTo(page: Page, record: number): Promise<void> {
  await notice(page, { type: 'reveal', record });
  await page.locator(`#record-${record}[data-cursor]:not(.loading)`).waitFor();
}

test('one record with several findings is judged as many records are: all of them, in one step', async () => {
  const page = await pages.open({ run: 'several' });
  await goTo(page, 17);
  await expect
    .poll(() => selected(page).innerText())
    .toBe('2 findings in this record, judged together, 1 with too little evidence');
  await page.keyboard.press('c');
  await expect
    .poll(() => said(page).innerText())
    .toBe('2 findings confirmed. 1 with too little evidence. 2 of 24 judged.');
  expect(await judged(page)).toEqual([{ findings: [1, 2], verdict: 'confirmed' }]);
  await page.locator('#record-51[data-cursor]').waitFor();
  await expect.poll(() => selected(page).innerText()).toBe('');
  await page.keyboard.press('z');
  await page.locator('#record-17[data-cursor]').waitFor();
  await expect.poll(() => said(page).innerText()).toBe('Undone for 2 findings.');
  await page.close();
});

test('Shift and the arrows select rows, and one verdict is for all their findings, and is undone as one', async () => {
  const page = await pages.open();
  await goTo(page, 15);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selected(page).innerText()).toBe('4 records selected with 1 finding');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+PageDown');
  await expect
    .poll(() => selected(page).innerText())
    .toMatch(/ records selected with 3 findings, 1 with too little evidence$/);
  expect(await page.locator('.grid-row[aria-selected=true]').count()).toBeGreaterThan(10);
  expect(await page.locator('.grid-row[data-cursor]').count()).toBe(1);
  await picture(page, 'dataset-selected');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('d');
  // Record 34 has too little evidence, and was judged too.
  await expect
    .poll(() => said(page).innerText())
    .toMatch(/^3 findings dismissed, in 3 of \d\d records\. 1 with too little evidence\. 3 of 24 judged\.$/);
  expect(await judged(page)).toEqual([{ findings: [1, 2, 3], verdict: 'dismissed' }]);
  await page.locator('#record-85[data-cursor]').waitFor();
  await expect.poll(() => selected(page).innerText()).toBe('');
  await goTo(page, 34);
  await row(page, 34).getByText('dismissed by you').waitFor();
  await goTo(page, 85);
  await page.keyboard.press('z');
  await page.locator('#record-17[data-cursor]').waitFor();
  await expect.poll(() => said(page).innerText()).toBe('Undone for 3 findings.');
  await expect.poll(() => row(page, 17).innerText()).not.toContain('dismissed');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('a click with Shift or Ctrl takes rows with the current one, and Escape leaves only that', async () => {
  const page = await pages.open();
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Control'] });
  await row(page, 4).click({ modifiers: ['Control'] });
  await row(page, 2).click({ modifiers: ['Control'] });
  await expect
    .poll(() => selected(page).innerText())
    .toBe('2 records selected with 1 finding, 1 with too little evidence');
  expect(await row(page, 2).getAttribute('aria-selected')).toBe('false');
  await row(page, 7).click({ modifiers: ['Shift'] });
  await expect.poll(() => selected(page).innerText()).toBe('6 records selected with 0 findings');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await page.keyboard.press('c');
  await expect.poll(() => said(page).innerText()).toBe('None of these records has a finding.');
  await page.keyboard.press('Escape');
  await expect.poll(() => selected(page).innerText()).toBe('');
  expect(await page.locator('.grid-row[aria-selected=true]').getAttribute('data-record')).toBe('7');
  expect(await judged(page)).toEqual([]);
  await page.close();
});

test('Ctrl+A selects all records, also those not counted yet, and many findings are asked about first', async () => {
  const page = await pages.open({ run: 'counting' });
  await page.locator('.grid-row[data-cursor]:not(.loading)').waitFor();
  await page.keyboard.press('Control+A');
  await expect
    .poll(() => selected(page).innerText())
    .toBe('2,000,000 records selected with 3,000 findings, 1,500 with too little evidence');
  await page.keyboard.press('u');
  const question = page.getByRole('dialog', { name: 'Mark 3,000 findings as unsure?' });
  await question.getByText('Cancel').click();
  await question.waitFor({ state: 'detached' });
  expect(await judged(page)).toEqual([]);
  await page.keyboard.press('u');
  await question.getByText('Mark 3,000 findings as unsure', { exact: true }).click();
  await expect.poll(() => said(page).innerText()).toMatch(/^3,000 findings marked as unsure, in 3,000 of /);
  expect(await said(page).innerText()).toContain('None in this file is open any more.');
  const [judgement] = (await judged(page)) as { findings: number[]; verdict: string }[];
  expect(judgement?.findings).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  await page.close();
});

test('a second key means the record that the first one led to, however fast it follows', async () => {
  const page = await pages.open();
  await page.keyboard.press('n');
  await page.evaluate(() => {
    for (const key of ['c', 'd'])
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect
    .poll(() => judged(page))
    .toEqual([
      { findings: [1], verdict: 'confirmed' },
      { findings: [3], verdict: 'dismissed' },
    ]);
  await page.close();
});

test('a note is put on all findings of the selected records', async () => {
  const page = await pages.open();
  await goTo(page, 17);
  await row(page, 18).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+End');
  await expect
    .poll(() => selected(page).innerText())
    .toBe('383 records selected with 23 findings, 11 with too little evidence');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Note on 23 findings' }).fill('one scrape');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => said(page).innerText()).toBe('Note saved for 23 findings.');
  const [note] = (await judged(page)) as { findings: number[]; note: string }[];
  expect(note).toEqual({ findings: Array.from({ length: 23 }, (_, i) => i + 1), note: 'one scrape' });
  // Who stands at one of the records that an undo is about stays there.
  await goTo(page, 34);
  await page.keyboard.press('z');
  await expect.poll(() => said(page).innerText()).toBe('Undone for 23 findings.');
  expect(await page.locator('.grid-row[data-cursor]').getAttribute('data-record')).toBe('34');
  await page.close();
});

test('what is said below the rows does not move them', async () => {
  const page = await pages.open({ width: 860 });
  await goTo(page, 17);
  const height = () => page.evaluate(() => document.querySelector('.grid')!.clientHeight);
  const before = await height();
  await page.keyboard.press('Shift+End');
  await expect.poll(() => selected(page).innerText()).toContain('383 records selected');
  expect(await height()).toBe(before);
  await page.keyboard.press('c');
  await expect.poll(() => said(page).innerText()).toContain('23 findings confirmed');
  expect(await height()).toBe(before);
  await picture(page, 'dataset-judged-many');
  await page.close();
});

test('VS Code selects no text of the page where Ctrl+A is for the rows; a mouse does', async () => {
  const page = await pages.open();
  await goTo(page, 0);
  const text = () => page.evaluate(() => getSelection()?.toString() ?? '');
  // As VS Code does it.
  const all = () => page.evaluate(`document.execCommand('selectAll')`);
  await all();
  expect(await text()).toBe('');
  await page.locator('.record-body').focus();
  await all();
  expect((await text()).length).toBeGreaterThan(500);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.locator('.grid').focus();
  await page.locator('#record-1 .cell-response').dblclick();
  expect(await text()).not.toBe('');
  await page.close();
});
