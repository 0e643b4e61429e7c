import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
let axe: string;
beforeAll(async () => {
  pages = await PanelPages.start();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => pages.stop());

/** Serious and critical violations, each with the elements that have it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Found {
      impact: string;
      id: string;
      nodes: { target: unknown[]; failureSummary: string }[];
    }
    const { violations: all } = await (
      window as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }
    ).axe.run();
    return all
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
      );
  });
}

const THEMES = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const;

test.each(THEMES)('list and pair, help, and the empty page in %s', async (theme) => {
  const page = await pages.open({ theme });
  expect(await violations(page), 'list and pair').toEqual([]);
  await page.keyboard.press('n');
  await page.keyboard.press('l');
  expect(await violations(page), 'inline').toEqual([]);
  await page.keyboard.press('?');
  expect(await violations(page), 'help').toEqual([]);
  await page.close();
  const empty = await pages.open({ theme, run: 'empty' });
  expect(await violations(empty), 'empty').toEqual([]);
  await empty.close();
});

test.each(THEMES)('verdicts of several reviewers, many selected, a note, a sample in %s', async (theme) => {
  const page = await pages.open({ theme, run: 'reviewed' });
  await page.keyboard.press('j');
  await page.locator('.review-damage summary').click();
  await page.locator('[data-filter=confirmed]').click();
  await page.locator('.list').focus();
  await page.keyboard.press('Shift+ArrowDown');
  expect(await violations(page), 'verdicts').toEqual([]);
  await page.keyboard.press('e');
  expect(await violations(page), 'note').toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.sample-offer').click();
  expect(await violations(page), 'sample dialog').toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.sample-claim').waitFor();
  expect(await violations(page), 'sample').toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  expect(await violations(page), 'question').toEqual([]);
  await page.close();
});

test('a score is defined on focus, and Escape takes the definition away', async () => {
  const page = await pages.open();
  const score = page.locator('.score').nth(1);
  await page.keyboard.press('Tab');
  await score.focus();
  const tooltip = page.locator('.tooltip');
  await tooltip.waitFor();
  expect(await tooltip.innerText()).toContain('divided by the distinct shingles of both texts');
  expect(await score.getAttribute('aria-description')).toContain('101 / 143');
  await page.keyboard.press('Escape');
  expect(await tooltip.isVisible()).toBe(false);
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
