import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './harness/axe.js';
import { complaints, PanelPages, picture } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

async function opened(theme: 'dark' | 'light' | 'high-contrast' | 'high-contrast-light', width = 1240) {
  const page = await pages.open({ run: 'compared', theme, width });
  await page.getByRole('button', { name: 'What chance gives…' }).click();
  await page.locator('.calibration').waitFor();
  return page;
}

test('the threshold moves by keys and by mouse, and the sentence goes with it', async () => {
  const page = await opened('dark');
  const slider = page.getByRole('slider', { name: 'Threshold in distinctive tokens' });
  const sentence = page.locator('.threshold-sentence');
  expect(await slider.getAttribute('aria-valuenow')).toBe('13');
  expect(await sentence.innerText()).toContain('the run’s own threshold, set before the comparison');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuenow')).toBe('13');
  await page.keyboard.press('PageUp');
  expect(await slider.getAttribute('aria-valuenow')).toBe('23');
  expect(await sentence.innerText()).toContain('From 23 distinctive tokens on');
  expect(await sentence.innerText()).toContain('is exploratory: the run reports from 13 on');
  const box = (await page.locator('.threshold').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + 20);
  await page.mouse.up();
  expect(Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(200);
  await page.keyboard.press('Home');
  expect(await slider.getAttribute('aria-valuenow')).toBe('13');
  await page.keyboard.press('Escape');
  // A dialog closes in a task of its own.
  await expect.poll(() => page.locator('.calibration').count()).toBe(0);
  await page.close();
});

test('the matrix says in numbers what the colours say, and hostile names stay text', async () => {
  const page = await opened('light');
  const table = page.getByRole('region', { name: /^How close the answers/ });
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(/^1 forum-mix\.jsonl \(suspect\)\s+14\.37/);
  expect(await table.locator('.heat-4').first().innerText()).toBe('14.37');
  expect(await page.locator('.calibration').innerText()).toContain(
    'On 805 prompts the answers are closer to the originals than those of all 5 families of controls',
  );
  expect(await page.locator('.calibration').innerText()).toContain(
    'Of 1,204 responses of the suspect, 1,204 answer a prompt that controls answer too',
  );
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test.each(['dark', 'light', 'high-contrast', 'high-contrast-light'] as const)('in %s', async (theme) => {
  const page = await opened(theme);
  await page.locator('.calibration summary').click();
  expect(await violations(page)).toEqual([]);
  await picture(page, `calibration.${theme}`);
  await page.getByRole('region', { name: /^How close the answers/ }).scrollIntoViewIfNeeded();
  await page.locator('.calibration').evaluate((dialog) => (dialog.scrollTop = dialog.scrollHeight));
  await picture(page, `matrix.${theme}`);
  await page.close();
});

test('at 400 px nothing but the tables scrolls sideways', async () => {
  const page = await opened('dark', 400);
  await picture(page, 'calibration.narrow');
  expect(
    await page.locator('.calibration').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth),
  ).toBe(true);
  await page.close();
});
