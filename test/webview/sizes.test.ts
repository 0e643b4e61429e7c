import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

/** Rows that can be seen as a whole. */
const rowsInView = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector('.list')!.getBoundingClientRect();
    return [...document.querySelectorAll('.row')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= list.top && bottom <= list.bottom;
    }).length;
  });

/** What is chosen in the boxes of order and groups, where it is cut. */
const cutChoices = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.list-tools vscode-dropdown')]
      .map((box) => box.shadowRoot!.querySelector('.selected-value')!)
      .filter((chosen) => chosen.scrollWidth > chosen.clientWidth)
      .map((chosen) => chosen.textContent.trim()),
  );

const WIDTHS = [400, 560, 620, 700, 702, 720, 780, 862, 900, 1062, 1100, 1400];

test.each(WIDTHS)('nothing overflows at %i pixels', async (width) => {
  const page = await pages.open({ width, run: 'hostile' });
  const overflowing = await page.evaluate(() =>
    ['html', '.header', '.list-tools', '.pair-strip', '.footer-bar'].filter((selector) => {
      const { scrollWidth, clientWidth } = document.querySelector(selector)!;
      return scrollWidth > clientWidth;
    }),
  );
  expect(overflowing).toEqual([]);
  await page.close();
});

test.each([400, 560, 720, 900, 1100, 1400])('order and groups can be read at %i pixels', async (width) => {
  const page = await pages.open({ width, height: 700 });
  expect(await page.locator('.list-tools vscode-dropdown').count()).toBe(2);
  expect(await cutChoices(page)).toEqual([]);
  await page.close();
});

test.each([
  [360, [4, 4], true],
  [540, [4, 4], true],
  [600, [8], true],
  [820, [4, 4], true],
  [900, [8], true],
  [1120, [8], false],
  [1400, [8], false],
])('at %i pixels the scores stand in even lines', async (width, lines, toolsBelow) => {
  const page = await pages.open({ width });
  const tops = await page
    .locator('.scores li')
    .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
  const found = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
  expect(found).toEqual(lines);
  const tools = (await page.locator('.pair-tools').boundingBox())!;
  const scores = (await page.locator('.scores').boundingBox())!;
  expect(tools.y >= scores.y + scores.height).toBe(toolsBelow);
  await page.close();
});

test.each([
  ['few', 900, 700, 11],
  ['reviewed', 900, 700, 10],
  ['few', 720, 700, 10],
  ['reviewed', 720, 700, 10],
  // What 200 % zoom makes of a window of 1240 by 800.
  ['few', 620, 400, 5],
  ['reviewed', 620, 400, 5],
] as const)('%s: in a panel of %i by %i stand %i findings', async (run, width, height, findings) => {
  const page = await pages.open({ width, height, run });
  await expect.poll(() => rowsInView(page)).toBeGreaterThanOrEqual(findings);
  await page.close();
});

describe('a row', () => {
  test('says in a narrow list in fewer letters what it is called in full', async () => {
    const page = await pages.open({ width: 720, height: 700, run: 'reviewed' });
    const row = page.locator('.row[data-index="1"]');
    expect(await row.locator('.short').allInnerTexts()).toEqual(['near-dup.', '3 orig.', '#12']);
    await page
      .getByRole('option', { name: /near-duplicate · homoglyphs · 3 originals · record 12/ })
      .waitFor();
    // A disagreement stands for who disagrees.
    expect(await row.locator('.mark.disagreement').isVisible()).toBe(true);
    expect((await row.locator('.mark.other').boundingBox())!.width).toBe(1);
    await page
      .getByRole('option', { name: /dismissed by Ben Okafor/ })
      .first()
      .waitFor();
    await page.close();
  });

  test('takes the height that the room gives, and the list stays at its place', async () => {
    const page = await pages.open({ width: 1240, height: 800, run: 'few' });
    const height = () =>
      page
        .locator('.row')
        .first()
        .evaluate((row) => row.getBoundingClientRect().height);
    const first = () =>
      page.evaluate(() => {
        const { top } = document.querySelector('.list')!.getBoundingClientRect();
        const rows = [...document.querySelectorAll<HTMLElement>('.row')];
        return rows
          .filter((row) => row.getBoundingClientRect().bottom > top + 1)
          .map((row) => Number(row.dataset['index']))
          .sort((a, b) => a - b)[0];
      });
    await page.evaluate(() => (document.querySelector('.list')!.scrollTop = 42 * 50));
    await expect.poll(first).toBe(50);
    expect(await height()).toBe(42);
    await page.setViewportSize({ width: 620, height: 800 });
    await expect.poll(height).toBe(26);
    await expect.poll(first).toBe(50);
    await page.setViewportSize({ width: 900, height: 700 });
    await expect.poll(height).toBe(38);
    await expect.poll(first).toBe(50);
    await page.close();
  });
});

describe('the histogram', () => {
  test('is folded away where it is low, until it is asked for, and stays as the reader left it', async () => {
    const page = await pages.open({ width: 900, height: 700 });
    const toggle = page.getByRole('button', { name: 'Histogram' });
    const chart = page.getByRole('region', { name: 'Distribution of scores' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await chart.isVisible()).toBe(false);
    expect(await page.evaluate(() => window.calls.some(({ method }) => method === 'histogram'))).toBe(false);
    await toggle.focus();
    await page.keyboard.press('Enter');
    await page.locator('.bar').first().waitFor();
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    await page.reload();
    await page.locator('.bar').first().waitFor();
    await page.getByRole('button', { name: 'Histogram' }).click();
    await page.setViewportSize({ width: 1240, height: 800 });
    expect(await page.locator('.bar').first().isVisible()).toBe(false);
    await page.close();
  });

  test('comes and goes with the room', async () => {
    const page = await pages.open({ width: 1240, height: 800 });
    await page.locator('.bar').first().waitFor();
    await page.setViewportSize({ width: 1240, height: 700 });
    await page.locator('.bar').first().waitFor({ state: 'hidden' });
    await page.close();
  });
});

describe('list above pair', () => {
  const heightOf = (page: Page, pane: string) =>
    page.locator(pane).evaluate((element) => element.getBoundingClientRect().height);

  test('its handle is moved with arrow keys and mouse, keeps its place, and goes back with Enter', async () => {
    const page = await pages.open({ width: 560, height: 900 });
    expect(await page.getByRole('separator', { name: 'Width of the list' }).isVisible()).toBe(false);
    const handle = page.getByRole('separator', { name: 'Height of the list' });
    expect(await handle.getAttribute('aria-orientation')).toBe('horizontal');
    const own = await heightOf(page, '.list-pane');
    await handle.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await heightOf(page, '.list-pane')).toBeCloseTo(own + 16, -1);
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBe(await heightOf(page, '.list-pane'));
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + 200, box.y);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 70, { steps: 3 });
    await page.mouse.up();
    const dragged = await heightOf(page, '.list-pane');
    expect(dragged).toBeGreaterThan(own + 60);
    await page.reload();
    await page.waitForSelector('.pair-text');
    expect(await heightOf(page, '.list-pane')).toBe(dragged);
    await handle.focus();
    await page.keyboard.press('End');
    expect(await heightOf(page, '.pair')).toBeGreaterThanOrEqual(180);
    await page.keyboard.press('Enter');
    expect(await heightOf(page, '.list-pane')).toBeCloseTo(own, -1);
    await page.close();
  });

  test('a height that was set in a higher panel leaves the pair its room', async () => {
    const page = await pages.open({ width: 560, height: 1400 });
    await page.getByRole('separator', { name: 'Height of the list' }).focus();
    await page.keyboard.press('End');
    await page.setViewportSize({ width: 560, height: 700 });
    expect(await heightOf(page, '.pair')).toBeGreaterThanOrEqual(180);
    await page.close();
  });

  test('each scrolls by itself, and another pair begins at its top', async () => {
    const page = await pages.open({ width: 560, height: 800 });
    const places = () =>
      page.evaluate(() => [
        document.querySelector('.list')!.scrollTop,
        document.querySelector('.pair')!.scrollTop,
        document.documentElement.scrollTop,
      ]);
    await page.evaluate(() => (document.querySelector('.pair')!.scrollTop = 120));
    expect(await places()).toEqual([0, 120, 0]);
    await page.keyboard.press('j');
    await page.getByText('record 12 ·').first().waitFor();
    expect(await places()).toEqual([0, 0, 0]);
    await page.keyboard.press('End');
    await expect.poll(async () => (await places())[0]).toBeGreaterThan(1000);
    expect((await places()).slice(1)).toEqual([0, 0]);
    await page.close();
  });
});
