import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const strip = (page: Page, side: 'suspect' | 'original') =>
  page.locator('.column-frame', { has: page.locator(`.column.${side}`) }).locator('.overview');
const marks = (page: Page, side: 'suspect' | 'original') =>
  strip(page, side).locator('.overview-marks:not(.current) .overview-mark');

/** The places of a column's marks, and of the runs in its text, as shares of its height. */
const shares = (page: Page, side: 'suspect' | 'original') =>
  page.evaluate((name) => {
    const column = document.querySelector<HTMLElement>(`.column.${name}`)!;
    const drawn = column.parentElement!.querySelectorAll<HTMLElement>('.overview-marks:not(.current) > *');
    const zero = column.getBoundingClientRect().top - column.scrollTop;
    const numbers = [...column.querySelectorAll('.passage-number')];
    return {
      marks: [...drawn].map((mark) => Math.round(parseFloat(mark.style.top))),
      runs: numbers.map((one) =>
        Math.round(((one.getBoundingClientRect().top - zero) / column.scrollHeight) * 100),
      ),
    };
  }, side);

test('the marks of 40,000 characters stand where the shared runs do, in each text', async () => {
  const page = await pages.open({ run: 'scattered' });
  await expect.poll(() => marks(page, 'original').count()).toBeGreaterThan(5);
  for (const side of ['suspect', 'original'] as const) {
    const { marks: drawn, runs } = await shares(page, side);
    expect(drawn).toHaveLength(runs.length);
    drawn.forEach((at, i) => expect(Math.abs(at - runs[i]!)).toBeLessThanOrEqual(1));
  }
  expect(await strip(page, 'suspect').getAttribute('aria-hidden')).toBe('true');
  await page.close();
});

test('a click on a mark shows its run on both sides and leaves the focus where it is', async () => {
  const page = await pages.open({ run: 'scattered' });
  const mark = marks(page, 'original').nth(4);
  await mark.waitFor();
  const box = (await mark.boundingBox())!;
  await page.mouse.click(box.x + 2, box.y + 1);
  await page.locator('.said').getByText('Run 5 of').waitFor();
  for (const side of ['suspect', 'original'])
    expect(
      await page
        .locator(`.column.${side} .current`)
        .first()
        .evaluate((run) => {
          const { top, bottom } = run.getBoundingClientRect();
          const column = run.closest('.column')!.getBoundingClientRect();
          return top >= column.top && bottom <= column.bottom;
        }),
    ).toBe(true);
  expect(await strip(page, 'suspect').locator('.current .overview-mark').count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('list');
  await page.close();
});

test('what is in view is dragged, as with a scroll bar', async () => {
  const page = await pages.open({ run: 'scattered' });
  await marks(page, 'suspect').first().waitFor();
  const view = strip(page, 'suspect').locator('.overview-view');
  const box = (await view.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 4, box.y + 104, { steps: 4 });
  await page.mouse.up();
  const moved = (await view.boundingBox())!;
  expect(moved.y - box.y).toBeGreaterThan(95);
  expect(moved.y - box.y).toBeLessThan(105);
  await page.close();
});

test('the marks follow when folded text is unfolded', async () => {
  const page = await pages.open({ run: 'scattered' });
  await page.keyboard.press('m');
  await expect.poll(() => marks(page, 'suspect').count()).toBeGreaterThan(5);
  const before = await shares(page, 'suspect');
  await page.locator('.column.suspect .fold [data-unfold=all]').first().click();
  await expect
    .poll(() => shares(page, 'suspect').then(({ marks: [, second] }) => second))
    .toBeGreaterThan(before.marks[1]! + 5);
  await page.close();
});
