import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const cursor = (page: Page) => page.locator('.row[data-cursor]').getAttribute('data-index');
const cursorAt = (page: Page, place: number) =>
  page.waitForSelector(`.row[data-cursor][data-index="${place}"]`);
const selected = async (page: Page) =>
  (
    await page
      .locator('.row[aria-selected=true]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-index'))))
  ).sort((a, b) => a - b);
const badge = (page: Page, place: number) => page.locator(`.row[data-index="${place}"] .badge`);
const progress = (page: Page) => page.locator('.review-progress').innerText();
const top = (page: Page) => page.locator('.row').first().boundingBox();

describe('a verdict', () => {
  test('is recorded by one key, shown in the row, and leads to the next open finding', async () => {
    const page = await pages.open();
    const before = await top(page);
    for (const [at, key] of ['c', 'd', 'u'].entries()) {
      await page.keyboard.press(key);
      await cursorAt(page, at + 1);
    }
    await page.locator('.said').getByText('Marked as unsure. 3 of 125 judged.').waitFor();
    expect(await callsOf(page, 'judge')).toEqual([
      { findings: [0], verdict: 'confirmed' },
      { findings: [1], verdict: 'dismissed' },
      { findings: [2], verdict: 'unsure' },
    ]);
    await badge(page, 2).waitFor();
    for (const [place, word] of ['confirmed', 'dismissed', 'unsure'].entries())
      expect(await badge(page, place).innerText()).toBe(`${word} by you`);
    expect(await progress(page)).toBe('3 of 125 judged');
    expect(await page.locator('[data-filter=open]').innerText()).toMatch(/Open\s+122/);
    expect(await top(page)).toEqual(before);
    await page.close();
  });

  test('skips what is judged, wraps to what is open above, and stays when nothing is', async () => {
    const page = await pages.open({ run: 'hostile' });
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await cursorAt(page, 2);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('c');
    await cursorAt(page, 2);
    await page.keyboard.press('End');
    await page.keyboard.press('c');
    await cursorAt(page, 2);
    for (const next of [3, 4, 4]) {
      await page.keyboard.press('c');
      await cursorAt(page, next);
    }
    await page.locator('.said').getByText('None in this list is open any more').waitFor();
    expect(await progress(page)).toBe('6 of 6 judged');
    await page.close();
  });

  test('of two fast keys belongs to the finding that each of them meant', async () => {
    const page = await pages.open();
    await page.evaluate(() => window.delay.set('judge', 150));
    await page.keyboard.press('c');
    await page.keyboard.press('d');
    await cursorAt(page, 2);
    expect(await callsOf(page, 'judge')).toEqual([
      { findings: [0], verdict: 'confirmed' },
      { findings: [1], verdict: 'dismissed' },
    ]);
    await page.keyboard.press('c');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.locator('.said').getByText('Confirmed. 3 of 125 judged').waitFor();
    expect(await cursor(page)).toBe('4');
    await page.close();
  });

  test('is given once while its key is held down', async () => {
    const page = await pages.open();
    await page.keyboard.down('c');
    for (let more = 0; more < 5; more++) await page.keyboard.down('c');
    await page.keyboard.up('c');
    await cursorAt(page, 1);
    await page.waitForTimeout(100);
    expect(await callsOf(page, 'judge')).toHaveLength(1);
    await page.close();
  });

  test('is cleared by x, which stays; z takes back one step after the other', async () => {
    const page = await pages.open();
    await page.keyboard.press('c');
    await cursorAt(page, 1);
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.locator('.said').getByText('Cleared. 0 of 125 judged.').waitFor();
    expect(await cursor(page)).toBe('0');
    expect(await badge(page, 0).count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('z');
    await page.locator('.said').getByText('Undone for 1 finding').waitFor();
    expect(await cursor(page)).toBe('0');
    expect(await progress(page)).toBe('1 of 125 judged');
    await page.keyboard.press('z');
    await page.waitForFunction(() =>
      document.querySelector('.review-progress')?.textContent.startsWith('0 of'),
    );
    await page.keyboard.press('z');
    await page.locator('.pair .problem').getByText('no verdict to undo').waitFor();
    await page.keyboard.press('Shift+Z');
    await page.locator('.said').getByText('Done again for 1 finding').waitFor();
    expect(await progress(page)).toBe('1 of 125 judged');
    await page.close();
  });

  test('is a letter in the filter and in a note', async () => {
    const page = await pages.open();
    await page.keyboard.press('/');
    await page.keyboard.type('cdux');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.type('cdz');
    await page.keyboard.press('Escape');
    expect(await callsOf(page, 'judge')).toEqual([]);
    await page.close();
  });

  test('that cannot be recorded is not shown, and the reader stays', async () => {
    const page = await pages.open({ query: '&fail=judge' });
    await page.keyboard.press('c');
    await page.locator('.pair .problem').getByText('The verdict was not recorded.').waitFor();
    expect(await cursor(page)).toBe('0');
    expect(await badge(page, 0).count()).toBe(0);
    await page.close();
  });

  test('that cannot be recorded takes the word on the one before it away', async () => {
    const page = await pages.open();
    await page.keyboard.press('c');
    await page.locator('.said').getByText('1 of 125 judged').waitFor();
    await page.evaluate(() => window.fail.add('judge'));
    await page.keyboard.press('c');
    await page.locator('.pair .problem').getByText('The verdict was not recorded.').waitFor();
    expect(await page.locator('.said').textContent()).toBe('');
    await page.close();
  });

  test('comes from the buttons too, which leave the focus where it is', async () => {
    const page = await pages.open();
    await page.locator('[data-action=dismiss]').click();
    await cursorAt(page, 1);
    await page.keyboard.press('k');
    await page.waitForSelector('[data-action=dismiss][aria-pressed=true]');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('list');
    await page.close();
  });
});

describe('a note', () => {
  test('is saved by Ctrl+Enter, left by Escape, and shown as text', async () => {
    const page = await pages.open();
    await page.keyboard.press('e');
    await page.keyboard.type('Same typo:\n<b>teh</b>');
    await page.keyboard.press('Control+Enter');
    await page.locator('.note-text').getByText('<b>teh</b>').waitFor();
    expect(await callsOf(page, 'judge')).toEqual([{ findings: [0], note: 'Same typo:\n<b>teh</b>' }]);
    expect(await cursor(page)).toBe('0');
    expect(await progress(page)).toBe('0 of 125 judged');
    await page.keyboard.press('e');
    expect(await page.locator('textarea').inputValue()).toBe('Same typo:\n<b>teh</b>');
    await page.keyboard.type(' and more');
    await page.keyboard.press('Escape');
    expect(await callsOf(page, 'judge')).toHaveLength(1);
    await page.keyboard.press('c');
    await cursorAt(page, 1);
    expect(await badge(page, 0).innerText()).toMatch(/has a note[^]*confirmed by you/);
    await page.close();
  });
});

describe('many findings', () => {
  test('are judged and taken back with the cursor where it is', async () => {
    const page = await pages.open();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByText('Confirm 125 findings', { exact: true }).click();
    await page.locator('.said').getByText('125 findings confirmed').waitFor();
    await page.keyboard.press('z');
    await page.locator('.said').getByText('Undone for 125 findings').waitFor();
    expect(await cursor(page)).toBe('124');
    await page.keyboard.press('Shift+Z');
    await page.locator('.said').getByText('Done again for 125 findings').waitFor();
    expect(await cursor(page)).toBe('124');
    await page.close();
  });

  test('are selected by Shift and arrows, and by clicks, and judged as one step', async () => {
    const page = await pages.open();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await selected(page)).toEqual([0, 1, 2]);
    expect(await page.locator('.list-status').innerText()).toBe('125 findings · 3 selected');
    await page.locator('.row[data-index="5"]').click({ modifiers: ['Control'] });
    expect(await selected(page)).toEqual([0, 1, 2, 5]);
    await page.keyboard.press('c');
    await cursorAt(page, 6);
    expect(await callsOf(page, 'judge')).toEqual([{ findings: [0, 1, 2, 5], verdict: 'confirmed' }]);
    await page.locator('.said').getByText('4 findings confirmed. 4 of 125 judged.').waitFor();
    expect(await selected(page)).toEqual([6]);
    await page.keyboard.press('z');
    await page.locator('.said').getByText('Undone for 4 findings').waitFor();
    expect(await progress(page)).toBe('0 of 125 judged');
    await page.locator('.row[data-index="2"]').click();
    await page.locator('.row[data-index="4"]').click({ modifiers: ['Shift'] });
    expect(await selected(page)).toEqual([2, 3, 4]);
    await page.keyboard.press('Escape');
    expect(await selected(page)).toEqual([4]);
    await page.close();
  });

  test('are all of the filter by VS Code’s key, but not from the pair, whose texts it selects', async () => {
    const page = await pages.open();
    const selectAll = () => page.evaluate(() => window.postMessage({ type: 'do', action: 'selectAll' }, '*'));
    await page.locator('.pair .column.suspect').focus();
    await selectAll();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.list-status').innerText()).toBe('125 findings');
    await page.locator('.list').focus();
    await selectAll();
    await page.locator('.list-status').getByText('125 findings · 125 selected').waitFor();
    await page.close();
  });

  test('are asked about from more than 50 on', async () => {
    const page = await pages.open();
    await page.keyboard.press('Control+a');
    expect(await page.locator('.list-status').innerText()).toBe('125 findings · 125 selected');
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('Dismiss 125 findings?');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await callsOf(page, 'judge')).toEqual([]);
    await page.keyboard.press('d');
    await dialog.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.review-progress')?.textContent.startsWith('125 of'),
    );
    await page.close();
  });
});

describe('a group', () => {
  async function grouped(): Promise<Page> {
    const page = await pages.open();
    await page.locator('[aria-label="Group by"]').click();
    await page.locator('vscode-option', { hasText: 'By shared passage' }).click();
    await page.locator('.list-status').getByText('125 findings in 6 groups').waitFor();
    await page.locator('.list').focus();
    return page;
  }
  const heading = (page: Page, place: number) => page.locator('.heading').nth(place);

  test('is one decision by its heading, and leads to the next group', async () => {
    const page = await grouped();
    await page.keyboard.press('d');
    await cursorAt(page, 1);
    const [judged] = (await callsOf(page, 'judge')) as { findings: number[] }[];
    expect(judged!.findings).toHaveLength(21);
    await page.locator('.said').getByText('21 findings dismissed. 21 of 125 judged.').waitFor();
    expect(await heading(page, 0).innerText()).toContain('21 judged');
    expect(await page.locator('[role=treeitem]').count()).toBe(6);
    await page.keyboard.press('z');
    await cursorAt(page, 0);
    await page.waitForFunction(() => !document.querySelector('.heading')?.textContent.includes('judged'));
    await page.close();
  });

  test('that is open is judged finding by finding, and left when nothing in it is open', async () => {
    const page = await grouped();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (let at = 2; at <= 21; at++) {
      await page.keyboard.press('c');
      await cursorAt(page, at);
    }
    await page.keyboard.press('c');
    await cursorAt(page, 22);
    expect(await page.locator('.row[data-cursor]').getAttribute('aria-level')).toBe('1');
    expect(await callsOf(page, 'judge')).toHaveLength(21);
    await page.close();
  });
});

describe('the filter by verdict', () => {
  test('keeps judged findings until the list is refreshed, and nothing moves', async () => {
    const page = await pages.open();
    await page.locator('[data-filter=open]').click();
    await page.locator('.list').focus();
    const before = await top(page);
    for (const next of [1, 2, 3]) {
      await page.keyboard.press('c');
      await cursorAt(page, next);
    }
    const still = page.locator('.still-shown');
    expect(await still.innerText()).toBe('3 judged items still shown: refresh list');
    expect(await page.locator('.list-status').innerText()).toBe('125 findings');
    expect(await top(page)).toEqual(before);
    await page.keyboard.press('z');
    await still.getByText('2 judged items still shown').waitFor();
    await still.getByRole('button').click();
    await page.locator('.list-status').getByText('123 findings').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('list');
    expect(await still.innerText()).toBe('');
    expect(await page.locator('.row[data-cursor]').innerText()).toContain('record 13');
    await page.locator('[data-filter=open]').click();
    await page.locator('[data-filter=confirmed]').click();
    await page.locator('.list-status').getByText('2 findings').waitFor();
    await page.close();
  });

  test('and the verdicts survive a reload', async () => {
    const page = await pages.open();
    await page.keyboard.press('c');
    await cursorAt(page, 1);
    await page.locator('[data-filter=open]').click();
    await page.locator('.list-status').getByText('124 findings').waitFor();
    await page.reload();
    await page.waitForSelector('[data-filter=open][aria-pressed=true]');
    await page.locator('.list-status').getByText('124 findings').waitFor();
    expect(await progress(page)).toBe('1 of 125 judged');
    await page.close();
  });
});

describe('other reviewers', () => {
  test('are named in the row and below the pair, disagreement first', async () => {
    const page = await pages.open({ run: 'reviewed' });
    expect(await badge(page, 1).innerText()).toMatch(
      /has a note[^]*BO[^]*dismissed by Ben Okafor[^]*reviewers disagree[^]*confirmed by you/,
    );
    await page.keyboard.press('j');
    const line = page.locator('.verdict-line');
    await line.getByText('Reviewers disagree').waitFor();
    expect(await line.innerText()).toMatch(
      /confirmed by you[^]*Same typo in both\.[^]*dismissed by Ben Okafor[^]*A set phrase: <b>look<\/b>/,
    );
    await page.locator('[data-filter=disagreement]').click();
    await page.locator('.list-status').getByText('6 findings').waitFor();
    await page.close();
  });

  test('a damaged line of their file is said, with its number', async () => {
    const page = await pages.open({ run: 'reviewed' });
    await page.locator('.review-damage summary').click();
    expect(await page.locator('.review-damage').innerText()).toContain(
      'Ben Okafor.jsonl line 17: the line was cut off',
    );
    await page.close();
  });

  test('what they judge meanwhile is read on notice', async () => {
    const page = await pages.open();
    const before = (await callsOf(page, 'review')).length;
    await page.evaluate(() => window.postMessage({ type: 'reviewed' }, '*'));
    await page.waitForFunction(
      (last) => window.calls.filter(({ method }) => method === 'review').length > last,
      before,
    );
    await page.close();
  });
});

describe('keys of one’s own', () => {
  test('single keys are silent when they are switched off; commands act', async () => {
    const page = await pages.open({ run: 'noKeys' });
    for (const key of ['c', 'j', 'z']) await page.keyboard.press(key);
    expect(await cursor(page)).toBe('0');
    await page.keyboard.press('ArrowDown');
    expect(await cursor(page)).toBe('1');
    await page.evaluate(() => window.postMessage({ type: 'do', action: 'confirm' }, '*'));
    await cursorAt(page, 2);
    expect(await callsOf(page, 'judge')).toEqual([{ findings: [1], verdict: 'confirmed' }]);
    await page.close();
  });

  test('the host knows whether keys act on findings', async () => {
    const page = await pages.open();
    const last = async () => (await callsOf(page, 'focus')).at(-1);
    await page.locator('.list').focus();
    await expect.poll(last).toEqual({ keys: true });
    await page.keyboard.press('/');
    await expect.poll(last).toEqual({ keys: false });
    await page.keyboard.press('Escape');
    await expect.poll(last).toEqual({ keys: true });
    await page.close();
  });
});
