import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const lists = (page: Page) => callsOf(page, 'list');

describe('a random sample', () => {
  test('is shown alone, says what it supports, and is left again', async () => {
    const page = await pages.open();
    await page.locator('.sample-offer').click();
    await page.getByLabel('Findings to draw').fill('20');
    await page.getByLabel('Seed').fill('3');
    await page.keyboard.press('Enter');
    await page.locator('.list-status').getByText('20 findings').waitFor();
    expect((await lists(page)).at(-1)).toMatchObject({ sample: { size: 20, seed: 3 }, verdicts: [] });
    const claim = page.locator('.sample-claim');
    expect(await claim.innerText()).toBe(
      'Of 20 drawn at random from 125 findings 0 were confirmed: 95 % interval 0–100 % of all. ' +
        '20 not judged yet count for neither side and widen the interval.',
    );
    await page.keyboard.press('Control+a');
    await page.keyboard.press('c');
    await claim.getByText('20 were confirmed: 95 % interval 83–100 % of all.').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('u');
    await claim.getByText('1 unsure counts for neither side and widens the interval.').waitFor();
    await page.reload();
    await claim.getByText('19 were confirmed').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('.list-status').getByText('125 findings').waitFor();
    expect(await page.locator('.sample').isVisible()).toBe(false);
    await page.close();
  });

  test('is not offered where all are few', async () => {
    const many = await pages.open();
    expect(await many.locator('.sample-offer').isVisible()).toBe(true);
    await many.close();
    const few = await pages.open({ run: 'outputs' });
    expect(await few.locator('.sample-offer').isVisible()).toBe(false);
    await few.close();
  });

  test('of an impossible size is refused', async () => {
    const page = await pages.open();
    await page.locator('.sample-offer').click();
    await page.getByLabel('Findings to draw').fill('126');
    await page.getByRole('button', { name: 'Draw' }).click();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.list-status').innerText()).toBe('125 findings');
    await page.close();
  });
});
