import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const status = (page: Page) => page.locator('.list-status').innerText();
const lastQuery = (page: Page) =>
  page.evaluate(() => window.calls.findLast((call) => call.method === 'list')?.argument);
/** Waits until a list has been asked for and shown whose status reads so. */
const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => status(page), { timeout: 5000 }).toMatch(text);

describe('the distribution', () => {
  test('is drawn bin by bin, with the controls behind it where there are any', async () => {
    const page = await pages.open({ run: 'calibrated' });
    await page.locator('.bar').first().waitFor({ state: 'attached' });
    expect(await page.locator('.bar').count()).toBeGreaterThan(15);
    expect(await page.locator('.controls-line').count()).toBe(1);
    expect(await page.locator('.chart').getAttribute('aria-label')).toMatch(
      /^Evidence: 125 findings, 8 to 268; most in .*; the dashed line is the controls’$/,
    );
    await page.close();
    const plain = await pages.open();
    await plain.locator('.bar').first().waitFor({ state: 'attached' });
    expect(await plain.locator('.controls-line').count()).toBe(0);
    await plain.close();
  });

  test('is brushed with the mouse: the list holds what the brush holds, the bars stay', async () => {
    const page = await pages.open();
    const brush = page.locator('.brush');
    await brush.waitFor();
    const bars = await page.locator('.bar').count();
    const box = (await brush.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.55, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 3 });
    await page.mouse.up();
    await reads(page, /^[1-9]\d? findings$/);
    const { ranges } = (await lastQuery(page)) as { ranges: { from: number; to: number }[] };
    expect(ranges).toHaveLength(1);
    const evidence = await page.locator('.row-evidence').allInnerTexts();
    for (const text of evidence) {
      expect(parseInt(text)).toBeGreaterThanOrEqual(ranges[0]!.from);
      expect(parseInt(text)).toBeLessThan(ranges[0]!.to);
    }
    expect(await page.locator('.bar').count()).toBe(bars);
    expect(await page.locator('.bar.out').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Clear the range' }).click();
    await reads(page, '125 findings');
    await page.close();
  });

  test('is brushed with the arrow keys, says what they mean, and keeps the focus', async () => {
    const page = await pages.open();
    const least = page.getByRole('slider', { name: 'Least' });
    await least.focus();
    expect(await least.getAttribute('aria-valuetext')).toBe('8 tokens, 125 findings from there on');
    for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight');
    const text = await least.getAttribute('aria-valuetext');
    const shown = Number(/, (\d+) findings from there on$/.exec(text ?? '')?.[1]);
    expect(shown).toBeLessThan(125);
    await reads(page, `${shown} findings`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Least');
    await page.keyboard.press('Escape');
    await reads(page, '125 findings');
    await page.keyboard.press('End');
    expect(Number(await least.getAttribute('aria-valuenow'))).toBeLessThan(269);
    await page.close();
  });

  test('can be of another score, and survives a reload with its range', async () => {
    const page = await pages.open();
    const score = page.locator('[aria-label="Score of the histogram"]');
    await score.click();
    await score.locator('vscode-option', { hasText: 'Jaccard' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.bar').length === 20);
    const most = page.getByRole('slider', { name: 'Most' });
    await most.focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.chip').allInnerTexts()).toEqual(['Jaccard below .80']);
    await page.reload();
    await page.waitForSelector('.chip');
    await page.waitForFunction(() => document.querySelectorAll('.bar').length === 20);
    expect(await most.getAttribute('aria-valuenow')).toBe('0.8');
    await page.close();
  });
});

describe('the order', () => {
  test('is chosen by name, keeps the selected finding, and survives a reload', async () => {
    const page = await pages.open();
    await page.keyboard.press('j');
    await page.getByText('record 12 ·').first().waitFor();
    const sort = page.locator('[aria-label="Sort by"]');
    expect(await sort.locator('vscode-option').allInnerTexts()).toEqual([
      'Evidence ↓',
      'Evidence bits ↓',
      'Jaccard ↓',
      'Share of suspect ↓',
      'Share of original ↓',
      'Longest run ↓',
      'Position in file ↑',
    ]);
    await sort.click();
    await sort.locator('vscode-option', { hasText: 'Position in file' }).click();
    // The made-up host turns the list round for this order.
    const cursor = page.locator('.row[data-cursor]');
    await expect.poll(() => cursor.getAttribute('aria-posinset')).toBe('124');
    expect(await lastQuery(page)).toMatchObject({ sort: 'position' });
    await expect.poll(() => cursor.innerText()).toContain('record 12');
    await page.reload();
    await page.waitForSelector('.pair-text');
    await expect.poll(() => cursor.getAttribute('aria-posinset')).toBe('124');
    expect(await lastQuery(page)).toMatchObject({ sort: 'position' });
    await page.close();
  });
});

describe('more filters', () => {
  test('by typed score, flag and metadata, as chips that can be taken away again', async () => {
    const page = await pages.open();
    await page.keyboard.press('f');
    await page.getByRole('spinbutton', { name: 'Evidence, at least' }).fill('200');
    await page.keyboard.press('Enter');
    await reads(page, /^3\d findings$/);
    await page.getByRole('checkbox', { name: /homoglyphs/ }).check();
    await page.getByRole('combobox', { name: 'Metadata field' }).selectOption('account (original, 2 values)');
    await page.getByRole('combobox', { name: 'Metadata value' }).fill('a-44');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.chip').allInnerTexts())
      .toEqual(['Evidence from 200', 'homoglyphs', 'account ∋ a-44']);
    expect(await lastQuery(page)).toMatchObject({
      ranges: [{ score: 'evidence', from: 200 }],
      flags: ['homoglyphs'],
      meta: [{ side: 'original', field: 'account', value: 'a-44', exact: false }],
    });
    await page.keyboard.press('Escape');
    expect(await page.locator('.filter-panel').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Remove the filter homoglyphs' }).click();
    await expect.poll(() => page.locator('.chip').count()).toBe(2);
    expect(await lastQuery(page)).toMatchObject({ flags: [] });
    await page.close();
  });
});

describe('a filter that nothing passes', () => {
  const showAll = async (page: Page) => page.getByRole('button', { name: 'Show all findings' }).click();

  test('is taken away by a button that keeps the kinds and gives the list the focus', async () => {
    const page = await pages.open();
    await page.locator('[data-kind=partial]').click();
    await page.locator('.list').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('no such words');
    await showAll(page);
    await reads(page, /^\d\d findings$/);
    expect(await lastQuery(page)).toMatchObject({
      text: '',
      kinds: ['identical', 'normalised', 'near-duplicate'],
    });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('list');
    await page.close();
  });

  test('leaves nothing to judge or to open, and the finding comes back with the filter gone', async () => {
    const page = await pages.open();
    await page.keyboard.press('j');
    await page.getByText('record 12 ·').first().waitFor();
    await page.locator('[data-filter=confirmed]').click();
    await page.locator('.nothing').waitFor();
    await page.locator('[data-filter=confirmed]').click();
    await page.locator('.column.suspect').focus();
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-filter=confirmed]')!.click());
    await page.waitForFunction(() => document.activeElement?.className === 'list');
    const button = page.getByRole('button', { name: 'Show all findings' });
    await button.waitFor();
    expect(await page.locator('.pair').textContent()).toBe('');
    expect(await page.locator('.place').textContent()).toBe('');
    expect(await page.locator('.verdict-line').textContent()).toBe('');
    expect(await page.locator('.footer button:enabled').allTextContents()).toEqual(['keys?']);
    await page.locator('.list').focus();
    for (const key of ['c', 'e', 'Enter', 'y', 'o', 'j', 'n', 'l', ']']) await page.keyboard.press(key);
    expect(await page.locator('.note-editor:visible').count()).toBe(0);
    const acted = () =>
      page.evaluate(() =>
        window.calls.filter(({ method }) => ['judge', 'jump', 'copyMarkdown'].includes(method)),
      );
    expect(await acted()).toEqual([]);
    await button.click();
    await page.locator('.pair-text').waitFor();
    expect(await page.locator('.place').textContent()).toBe('2 of 125');
    expect(await page.locator('.footer button:disabled').count()).toBe(0);
    await page.keyboard.press('c');
    await expect.poll(acted).toHaveLength(1);
    await page.close();
  });

  test('and where no kind is on, those that are findings are switched on', async () => {
    const page = await pages.open();
    for (const kind of ['identical', 'normalised', 'near-duplicate', 'partial'])
      await page.locator(`[data-kind=${kind}]`).click();
    await showAll(page);
    await reads(page, '125 findings');
    expect(await page.locator('[data-kind=too-little-evidence]').getAttribute('aria-pressed')).toBe('false');
    await page.close();
  });
});

describe('a range of days', () => {
  test('is chosen of a field that holds times, survives a reload, and is taken away by its chip', async () => {
    const page = await pages.open();
    await page.keyboard.press('f');
    expect(
      await page.getByRole('combobox', { name: 'Time field' }).locator('option').allTextContents(),
    ).toEqual(['time (suspect)']);
    await page.getByLabel('First day').fill('2025-11-05');
    await expect.poll(() => page.locator('.chip').allInnerTexts()).toEqual(['time from 2025-11-05']);
    await page.getByLabel('Last day').fill('2025-11-20');
    await expect.poll(() => page.locator('.chip').allInnerTexts()).toEqual(['time 2025-11-05 to 2025-11-20']);
    const times = [{ side: 'suspect', field: 'time', from: '2025-11-05', to: '2025-11-20' }];
    expect(await lastQuery(page)).toMatchObject({ times });
    await page.reload();
    await page.locator('.chip').waitFor();
    expect(await lastQuery(page)).toMatchObject({ times });
    await page.locator('.list').focus();
    await page.keyboard.press('f');
    await expect.poll(() => page.getByLabel('Last day').inputValue()).toBe('2025-11-20');
    await page.getByRole('button', { name: 'Remove the filter time 2025' }).click();
    await expect.poll(() => page.getByLabel('Last day').inputValue()).toBe('');
    expect(await lastQuery(page)).toMatchObject({ times: [] });
    await page.close();
  });
});

describe('groups', () => {
  async function grouped(): Promise<Page> {
    const page = await pages.open();
    await page.locator('[aria-label="Group by"]').click();
    await page.locator('vscode-option', { hasText: 'By shared passage' }).click();
    await reads(page, '125 findings in 6 groups');
    await page.waitForFunction(() => document.querySelector('.heading .row-excerpt')?.textContent !== '…');
    return page;
  }
  const chosen = (page: Page) => page.locator('[role=treeitem][aria-selected=true]');

  test('say in their headings which kinds are within, and the best evidence', async () => {
    const page = await pages.open();
    await page.locator('[aria-label="Group by"]').click();
    await page.locator('vscode-option', { hasText: 'By original' }).click();
    await reads(page, '125 findings in 5 groups');
    const heading = page.locator('.heading').nth(1);
    await expect
      .poll(() => heading.locator('.heading-kind').allInnerTexts())
      .toEqual(['4 identical', '4 normalised', '9 near-duplicate', '8 partial']);
    expect(await heading.locator('.heading-best').textContent()).toBe('best 266 distinctive tokens');
    await page.close();
  });

  test('are closed headings with counts, walked and opened with the arrow keys', async () => {
    const page = await grouped();
    expect(await page.locator('[role=treeitem]').count()).toBe(6);
    expect(await page.locator('.heading').first().innerText()).toMatch(/^A tide pool[^]*21/);
    await page.locator('.list').focus();
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page).innerText()).toMatch(/^Sourdough rises/);
    expect(await page.locator('.place').innerText()).toBe('group of 21');
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page).getAttribute('aria-level')).toBe('2');
    expect(await chosen(page).getAttribute('aria-posinset')).toBe('1');
    await page.keyboard.press('j');
    expect(await chosen(page).getAttribute('aria-posinset')).toBe('2');
    await page.keyboard.press('ArrowLeft');
    expect(await chosen(page).getAttribute('aria-level')).toBe('1');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[role=treeitem]').count()).toBe(6);
    await page.close();
  });

  test('open for the finding that a notice selects, and are undone by another choice', async () => {
    const page = await grouped();
    await page.evaluate(() => window.postMessage({ type: 'select', finding: 77, index: 0 }, '*'));
    await expect.poll(() => chosen(page).getAttribute('aria-level')).toBe('2');
    // A row comes before its words.
    await expect.poll(() => chosen(page).innerText()).toContain('record 88');
    await page.locator('[aria-label="Group by"]').click();
    await page.locator('vscode-option', { hasText: 'Not grouped' }).click();
    await reads(page, '125 findings');
    await expect.poll(() => page.locator('.row[aria-selected=true]').innerText()).toContain('record 88');
    await page.close();
  });

  test('are chosen with the arrow keys, which stay where they act', async () => {
    const page = await pages.open();
    const choice = page.locator('[aria-label="Group by"]');
    await choice.focus();
    for (const [text, by] of [
      ['125 findings in 5 groups', 'original'],
      ['125 findings in 6 groups', 'text'],
    ]) {
      await page.keyboard.press('ArrowDown');
      await reads(page, text!);
      expect(await lastQuery(page)).toMatchObject({ group: { by } });
      expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Group by');
    }
    await page.close();
  });

  test('survive a reload with the finding that was selected in them', async () => {
    const page = await grouped();
    await page.locator('.list').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'j']) await page.keyboard.press(key);
    await expect.poll(() => chosen(page).innerText()).not.toBe('…');
    const row = await chosen(page).innerText();
    await page.reload();
    await reads(page, '125 findings in 6 groups');
    await expect.poll(() => chosen(page).getAttribute('aria-posinset')).toBe('2');
    await expect.poll(() => chosen(page).innerText()).toBe(row);
    await page.close();
  });

  test('open and close with their arrow', async () => {
    const page = await grouped();
    await page.locator('.heading-twistie').nth(2).click();
    await expect.poll(() => page.locator('[role=treeitem]').count()).toBeGreaterThan(12);
    await page.locator('.heading-twistie').nth(2).click();
    await expect.poll(() => page.locator('[role=treeitem]').count()).toBe(6);
    await page.close();
  });
});

describe('a long search', () => {
  test('says how far it is, and stopped leaves the list and the filter as they were', async () => {
    const page = await pages.open();
    await page.locator('.row:not(.loading)').first().waitFor();
    await page.evaluate(() => window.delay.set('list', 600_000));
    await page.keyboard.press('/');
    await page.keyboard.type('harbour');
    await expect.poll(() => lastQuery(page)).toMatchObject({ text: 'harbour' });
    const group = page.locator('[aria-label="Group by"]');
    await group.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lastQuery(page)).toMatchObject({ group: { by: 'original' } });
    await page.getByText('Searching: 42 %').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    await page.evaluate(() => window.delay.delete('list'));
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Searching').waitFor({ state: 'detached' });
    expect(await lastQuery(page)).toMatchObject({ text: '' });
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>('vscode-text-field')?.value),
    ).toBe('');
    await reads(page, '125 findings');
    expect(await group.evaluate((choice) => choice.shadowRoot!.textContent)).toContain('Not grouped');
    await page.close();
  });
});
