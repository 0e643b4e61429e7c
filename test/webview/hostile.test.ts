import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, PanelPages } from './harness/panelPage.js';
import { HOSTILE } from './harness/texts.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

test('hostile text stays text everywhere', async () => {
  const page = await pages.open({ run: 'hostile' });
  await page.locator('.inputs summary').click();
  await page.locator('.meta summary').first().click();
  await page.keyboard.press('l');
  for (const place of ['h1', '.header > .note', '.inputs', '.row', '.address.suspect', '.meta', '.prompt'])
    expect(await page.locator(place).first().textContent(), place).toContain(HOSTILE);
  // Behind its first sign stands the number of the passage.
  expect(await page.locator('.text').textContent()).toContain(HOSTILE.slice(1));
  expect(await page.locator('img, a, iframe, #app script').count()).toBe(0);
  expect(await page.locator('.meta').first().textContent()).toContain('__proto__ polluted');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('a policy test that can fail: an inline script and style are refused and noticed', async () => {
  const page = await pages.open();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.executed = true';
    document.body.append(script);
    document.body.setAttribute('style', 'color: red');
  });
  const seen = await complaints(page);
  expect(seen.some((text) => text.startsWith('script-src-elem'))).toBe(true);
  expect(seen.some((text) => text.startsWith('style-src-attr'))).toBe(true);
  expect(seen).not.toContain('a script of the dataset ran');
  await page.close();
});

test('direction overrides and unseen characters are boxes, not effects', async () => {
  const page = await pages.open({ run: 'hostile' });
  const labels = await page
    .locator('.column.suspect .hidden-character')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-label')));
  expect(labels).toEqual(['RLO', 'PDF', 'ZWSP', 'LRI', 'PDI', 'U+0000', 'U+001B']);
  const all = await page.locator('#app').textContent();
  expect(/[\u202a-\u202e\u2066-\u2069\u200b]/u.test(all ?? '')).toBe(false);
  await page.close();
});
