/** Times for people, printed and not judged: the machine is shared. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

test('100,000 findings: from navigation to first rows and pair, and a key to the next pair', async () => {
  const page = await pages.browser.newPage({ viewport: { width: 1240, height: 800 } });
  await page.goto(pages.address({ run: 'huge' }), { waitUntil: 'commit' });
  const first = await page.waitForFunction(
    () =>
      document.querySelector('.row:not(.loading)') &&
      document.querySelector('.pair-text') &&
      performance.now(),
  );
  const key = await page.evaluate(async () => {
    const before = performance.now();
    document.querySelector('.list')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    while (!document.querySelector('.address.suspect')?.textContent.includes('record 12'))
      await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - before;
  });
  console.log(`100,000 findings: first paint ${ms(await first.jsonValue())}, key to next pair ${ms(key)}`);
  expect(await page.locator('.list-status').innerText()).toBe('100,000 findings');
  await page.close();
});

test('100,000 findings: a verdict to the next pair, and one verdict for all of them', async () => {
  const page = await pages.open({ run: 'huge' });
  const one = await page.evaluate(async () => {
    const before = performance.now();
    document.querySelector('.list')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }));
    while (!document.querySelector('.address.suspect')?.textContent.includes('record 12'))
      await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - before;
  });
  await page.locator('.list').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor();
  const start = Date.now();
  await page.keyboard.press('Enter');
  await page.locator('.said').getByText('100,000 findings dismissed').waitFor();
  console.log(
    `100,000 findings: a verdict to the next pair ${ms(one)}, all judged ${ms(Date.now() - start)}`,
  );
  expect(await page.locator('.review-progress').innerText()).toBe('100,000 of 100,000 judged');
  await page.close();
});

test('40,000 characters a side: a key to its first screen, and to its last word', async () => {
  const page = await pages.open({ run: 'long' });
  const [first, last] = await page.evaluate(async () => {
    const end = () => (document.querySelectorAll('.column')[1]?.textContent.length ?? 0) > 39_500;
    const before = performance.now();
    document.querySelector('.list')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    while (!document.querySelector('.address.suspect')?.textContent.includes('record 12'))
      await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const firstScreen = performance.now() - before;
    while (!end()) await new Promise((resolve) => setTimeout(resolve, 1));
    return [firstScreen, performance.now() - before] as const;
  });
  console.log(`40,000 characters: first screen ${ms(first)}, whole ${ms(last)}`);
  expect(await page.locator('.column.suspect .shared').count()).toBeGreaterThan(100);
  await page.close();
});

function ms(value: unknown): string {
  return `${Math.round(Number(value))} ms`;
}
