import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const judged = (page: Page) => callsOf(page, 'judge');

describe('innocent routes', () => {
  test('are set by key, shown on the row and in the header, and taken back', async () => {
    const page = await pages.open();
    await page.keyboard.press('i');
    await page.locator('.routes').waitFor();
    expect(await page.locator('.routes legend').innerText()).toMatch(/^Innocent routes of record /);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.said').getByText('Innocent routes saved.').waitFor();
    expect(await judged(page)).toEqual([{ findings: [0], routes: { 'several originals': true } }]);
    await page.locator('.row[data-index="0"]').getByText('several originals').waitFor();
    await page
      .locator('.header')
      .getByText('By your review, 124 of 125 findings have no innocent route')
      .waitFor();
    await page.locator('.verdict-line').getByText('several originals: set').waitFor();
    // The focus is back where keys act, and what is open stays open.
    await page.keyboard.press('z');
    await page.locator('.said').getByText('Undone for 1 finding.').waitFor();
    await page.locator('.header').getByText('By your review').waitFor({ state: 'detached' });
    await page.close();
  });

  test('are left by Escape without a word, and set for many at once', async () => {
    const page = await pages.open();
    await page.keyboard.press('i');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.locator('.routes').waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+ArrowDown');
    await page.locator('[data-action=editRoutes]').click();
    await page.locator('[data-route="third source"]').press('Space');
    await page.locator('.note-tools').getByText('Save', { exact: true }).click();
    await page.locator('.said').getByText('Innocent routes saved.').waitFor();
    expect(await judged(page)).toEqual([{ findings: [0, 1], routes: { 'third source': true } }]);
    await page.close();
  });
});
