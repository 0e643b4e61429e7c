import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './harness/axe.js';
import { PanelPages } from './harness/panelPage.js';
import { STATE_PAGES } from './harness/states.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const THEMES = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const;

test.each(THEMES)('every state in %s', { timeout: 180_000 }, async (theme) => {
  for (const { open, states } of STATE_PAGES) {
    const page = await pages.open({ ...open, theme });
    for (const [name, reach] of states) {
      await reach(page);
      expect(await violations(page), name).toEqual([]);
    }
    await page.close();
  }
});

test('a score is defined on focus, and Escape takes the definition away', async () => {
  const page = await pages.open();
  const score = page.locator('.score', { hasText: 'Jaccard' });
  await page.keyboard.press('Tab');
  await score.focus();
  const tooltip = page.locator('.tooltip');
  await tooltip.waitFor();
  expect(await tooltip.innerText()).toContain('divided by the distinct shingles of both texts');
  expect(await score.getAttribute('aria-description')).toContain('101 / 143');
  await page.keyboard.press('Escape');
  expect(await tooltip.isVisible()).toBe(false);
  const bits = page.locator('.score', { hasText: 'bits' });
  await bits.focus();
  await tooltip.getByText('How often chance reaches it, only controls say.').waitFor();
  expect(await bits.locator('.score-value').innerText()).toBe('280');
  await page.close();
});

test('the list names its active row, also when it is scrolled away', async () => {
  const page = await pages.open({ run: 'many' });
  await page.keyboard.press('j');
  await page.evaluate(() => (document.querySelector('.list')!.scrollTop = 200_000));
  await page.waitForTimeout(60);
  const id = await page.locator('.list').getAttribute('aria-activedescendant');
  expect(await page.locator(`#${id}`).getAttribute('aria-posinset')).toBe('2');
  await page.close();
});
