import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, PanelPages } from '../harness/panelPage.js';
import { HOSTILE } from '../harness/texts.js';
import { DATASET } from './datasetPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start(DATASET);
});
afterAll(() => pages.stop());

const CURRENT = '.grid-row[aria-selected=true]';

/** The number of the current row, once it has its texts. */
async function current(page: Page): Promise<number> {
  await page.locator(`${CURRENT}:not(.loading)`).waitFor();
  return Number(await page.locator(CURRENT).getAttribute('data-record'));
}

/** The element that has the focus. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

/** Numbers of the rows that are wholly in view. */
function inView(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const grid = document.querySelector('.grid')!.getBoundingClientRect();
    const head = document.querySelector('.grid-head')!.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('.grid-row')]
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= head.bottom - 1 && bottom <= grid.bottom + 1;
      })
      .map((row) => Number(row.dataset['record']))
      .sort((a, b) => a - b);
  });
}

async function notice(page: Page, message: object): Promise<void> {
  await page.evaluate((sent) => window.postMessage(sent, '*'), message);
}

test.each(['few', 'huge', 'vast'])('keys move by rows exactly, to the last one and back: %s', async (run) => {
  const page = await pages.open({ run });
  const last = { few: 399, huge: 1_999_999, vast: 149_999_999 }[run];
  expect((await inView(page))[0]).toBe(0);
  await page.keyboard.press('End');
  expect(await current(page)).toBe(last);
  expect((await inView(page)).at(-1)).toBe(last);
  const before = await inView(page);
  await page.keyboard.press('ArrowUp');
  expect(await current(page)).toBe(last! - 1);
  expect(await inView(page)).toEqual(before);
  await page.keyboard.press('PageUp');
  expect(await current(page)).toBe(last! - before.length);
  await page.keyboard.press('Control+Home');
  expect(await current(page)).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('PageDown');
  expect(await current(page)).toBe(before.length);
  await page.close();
});

test('a wheel scrolls by pixels also where the scroll bar is scaled', async () => {
  const page = await pages.open({ run: 'vast' });
  await notice(page, { type: 'reveal', record: 75_000_000 });
  await page.waitForFunction(() => document.querySelector('#record-75000000'));
  const place = () =>
    page.evaluate(() => document.querySelector('#record-75000000')!.getBoundingClientRect().top);
  const before = await place();
  await page.mouse.move(300, 400);
  await page.mouse.wheel(0, 60);
  await expect.poll(async () => Math.round(before - (await place()))).toBe(60);
  await page.close();
});

test('the scroll bar reaches every part of a table, and its end is the last record', async () => {
  const page = await pages.open({ run: 'vast' });
  await page.evaluate(() => (document.querySelector('.grid')!.scrollTop = 1e9));
  await page.locator('#record-149999999:not(.loading)').waitFor();
  expect((await inView(page)).at(-1)).toBe(149_999_999);
  await page.evaluate(() => {
    const grid = document.querySelector('.grid')!;
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2;
  });
  await expect.poll(async () => Math.abs((await inView(page))[0]! - 75_000_000)).toBeLessThan(50_000);
  await page.close();
});

test('is a grid that says how many rows it has and which is the current one', async () => {
  const page = await pages.open({ run: 'huge' });
  const grid = page.getByRole('grid', { name: 'Records of forum-mix.jsonl' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('2000001');
  await page.keyboard.press('End');
  await current(page);
  const active = await grid.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).getAttribute('aria-rowindex')).toBe('2000001');
  // Also when it is scrolled away.
  await page.evaluate(() => (document.querySelector('.grid')!.scrollTop = 0));
  await page.locator('#record-0').waitFor();
  expect(await page.locator(`#${active}`).count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid');
  expect(await page.locator('.grid-row').count()).toBeLessThan(60);
  await page.close();
});

test('shows the whole record beside the rows, and hides it', async () => {
  const page = await pages.open();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('.record h2').innerText()).toBe('Record 1');
  expect(await page.locator('.record-facts').innerText()).toBe('line 2 · 1,041 bytes · at byte 1,042');
  const field = page.locator('.field.is-response');
  expect(await field.innerText()).toContain('assistant');
  expect(await page.locator('.record-body').innerText()).not.toContain('role');
  await page.keyboard.press('Enter');
  expect(await page.locator('.record').isVisible()).toBe(false);
  await page.close();
});

test('walks the records with findings, and shows one in the panel', async () => {
  const page = await pages.open();
  await page.keyboard.press('n');
  expect(await current(page)).toBe(17);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  expect(await current(page)).toBe(391);
  await page.keyboard.press('o');
  await expect
    .poll(() => page.evaluate(() => window.calls.filter(({ method }) => method === 'showFinding')))
    .toEqual([{ method: 'showFinding', argument: { finding: 23 } }]);
  await page.close();
});

test('judges by key, goes on to the next open finding, and takes a verdict back', async () => {
  const page = await pages.open();
  await page.keyboard.press('n');
  expect(await current(page)).toBe(17);
  await page.keyboard.press('c');
  // Record 34 has too little evidence.
  await expect.poll(() => current(page)).toBe(51);
  await notice(page, { type: 'reveal', record: 17 });
  await page.locator('#record-17', { hasText: 'confirmed by you' }).waitFor();
  await notice(page, { type: 'reveal', record: 51 });
  await expect.poll(() => current(page)).toBe(51);
  await page.keyboard.press('d');
  await expect.poll(() => current(page)).toBe(85);
  await page.keyboard.press('z');
  await expect.poll(() => current(page)).toBe(51);
  const calls = await page.evaluate(() => window.calls.filter(({ method }) => method === 'judge'));
  expect(calls.map(({ argument }) => argument)).toEqual([
    { findings: [1], verdict: 'confirmed' },
    { findings: [3], verdict: 'dismissed' },
  ]);
  await page.close();
});

test('the host knows whether keys act on findings: in the rows and the record, not in the search', async () => {
  const page = await pages.open();
  const last = () => page.evaluate(() => window.calls.findLast(({ method }) => method === 'focus')?.argument);
  await page.locator('.grid').focus();
  await expect.poll(last).toEqual({ keys: true });
  await page.locator('.search vscode-text-field').click();
  await expect.poll(last).toEqual({ keys: false });
  await page.keyboard.press('Escape');
  await expect.poll(last).toEqual({ keys: true });
  await page.locator('.tools button, .tools vscode-button').first().focus();
  await expect.poll(last).toEqual({ keys: false });
  await page.locator('.record-body').focus();
  await expect.poll(last).toEqual({ keys: true });
  await page.close();
});

test('has no column for findings where the file is in no run', async () => {
  const page = await pages.open({ run: 'plain' });
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Record', 'Prompt', 'Response']);
  await page.close();
});

test('a record that could not be read stands in its place, with line and reason', async () => {
  const page = await pages.open();
  await notice(page, { type: 'reveal', record: 130 });
  const row = page.locator('#record-130:not(.loading)');
  await expect.poll(() => row.innerText()).toContain('line 131: not valid JSON: Unterminated string');
  await expect.poll(() => page.locator('.record-problem').innerText()).toContain('Not read: not valid JSON');
  await page.close();
});

test.each([400, 690, 1240])('why a record was not read can be seen at %i pixels', async (width) => {
  const page = await pages.open({ width });
  await notice(page, { type: 'reveal', record: 130 });
  const box = async (selector: string) => (await page.locator(`#record-130${selector}`).boundingBox())!;
  const [row, number, reason] = [await box(''), await box(' .cell-number'), await box(' .problem-text')];
  expect(reason.x).toBeGreaterThanOrEqual(number.x + number.width);
  expect(reason.width).toBeGreaterThan(100);
  expect(reason.y).toBeGreaterThanOrEqual(row.y);
  expect(reason.y).toBeLessThan(row.y + row.height / 2);
  await page.close();
});

test('searches from the current record on, steps from hit to hit around the end, and marks them', async () => {
  const page = await pages.open();
  await notice(page, { type: 'reveal', record: 300 });
  await page.waitForFunction(() => document.querySelector('#record-300'));
  await notice(page, { type: 'do', action: 'find' });
  await expect.poll(() => focused(page)).toBe('VSCODE-TEXT-FIELD');
  await page.keyboard.type('boils over');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.search-status').innerText()).toBe('Nothing found');
  await page.locator('.search vscode-text-field').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('GLUTEN');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.search-status').innerText()).toMatch(/^\d+ of 99$/);
  expect(await page.locator(`${CURRENT} .hit`).first().innerText()).toBe('gluten');
  const first = await current(page);
  expect(first).toBeGreaterThanOrEqual(300);
  expect(await focused(page)).toBe('VSCODE-TEXT-FIELD');
  await page.keyboard.press('Enter');
  await expect.poll(() => current(page)).toBeGreaterThan(first);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => current(page)).toBe(first);
  for (let i = 0; i < 40; i++) await notice(page, { type: 'do', action: 'nextHit' });
  await expect.poll(() => current(page)).toBeLessThan(300);
  await page.keyboard.press('Escape');
  await page.locator('.grid:focus').waitFor();
  await page.close();
});

test('a search can be stopped, and what it has found stays', async () => {
  const page = await pages.open({ query: '&slow=1' });
  await page.keyboard.press('/');
  await page.keyboard.type('gluten');
  await expect.poll(() => page.locator('.search-status').innerText()).toMatch(/of 3\+ · 10 %$/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => page.locator('.search-status').innerText()).toMatch(/of 3$/);
  expect(await page.locator('.problem').count()).toBe(0);
  await page.close();
});

test('while records are being counted: rows at once, an estimate, and the last record as soon as it is known', async () => {
  const page = await pages.open({ run: 'counting' });
  expect(await page.locator('.status-records').innerText()).toBe('about 2,000,000 records, counting: 1 %');
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelector('.grid-row.loading'));
  expect(
    await page.evaluate(() =>
      window.calls.filter(
        ({ method, argument }) =>
          method === 'rows' && (argument as { records: number[] }).records.at(-1)! > 20_000,
      ),
    ),
  ).toEqual([]);
  await page.evaluate(() => (window as unknown as { countTo(n: number): void }).countTo(1_000_000));
  await expect.poll(() => page.locator('.status-records').innerText()).toContain('counting: 50 %');
  await page.waitForTimeout(200);
  await page.evaluate(() => (window as unknown as { countTo(n: number): void }).countTo(2_000_100));
  await expect.poll(() => page.locator('.status-records').innerText()).toBe('2,000,100 records');
  await expect.poll(() => current(page)).toBe(2_000_099);
  expect(await page.locator('.count-progress').isVisible()).toBe(false);
  await page.close();
});

test('goes to a record by its number', async () => {
  const page = await pages.open();
  await page.keyboard.press('g');
  await expect.poll(() => current(page)).toBe(321);
  await page.close();
});

test('comes back to where the reader was', async () => {
  const page = await pages.open({ run: 'huge' });
  await notice(page, { type: 'reveal', record: 1_234_567 });
  await page.waitForFunction(() => document.querySelector('#record-1234567:not(.loading)'));
  await page.keyboard.press('Enter');
  await page.reload();
  await page.locator('#record-1234567:not(.loading)').waitFor();
  expect(await current(page)).toBe(1_234_567);
  expect(await inView(page)).toContain(1_234_567);
  expect(await page.locator('.record').isVisible()).toBe(false);
  await page.close();
});

test('says that the file changed, and opens it anew when asked to', async () => {
  const page = await pages.open();
  await notice(page, { type: 'changed' });
  await page.locator('.changed').waitFor();
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.locator('.changed').waitFor({ state: 'detached' });
  const methods = await page.evaluate(() => window.calls.map(({ method }) => method));
  expect(methods.filter((method) => method === 'open' || method === 'reload')).toEqual([
    'open',
    'reload',
    'open',
  ]);
  await page.close();
});

test('says calmly why a file cannot be shown', async () => {
  const page = await pages.open({ query: '&fail=open' });
  expect(await page.locator('.word').innerText()).toContain('has no column of text');
  await page.close();
});

test('hostile text stays text everywhere', async () => {
  const page = await pages.open({ run: 'hostile' });
  await page.locator('.field.is-response').waitFor();
  for (const place of ['.note', '.grid-row', '.status-shape', '.field-name', '.field-text'])
    expect(await page.locator(place).first().textContent(), place).toContain(HOSTILE.slice(0, 60));
  expect(await page.locator('img, a, iframe, #app script').count()).toBe(0);
  const all = await page.locator('#app').textContent();
  expect(/[\u202a-\u202e\u2066-\u2069\u200b]/u.test(all ?? '')).toBe(false);
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test('a note is written on the finding of the record, and the list of keys says how', async () => {
  const page = await pages.open({ run: 'few' });
  await current(page);
  await page.keyboard.press('n');
  const record = await current(page);
  await page.keyboard.press('e');
  await page.keyboard.type('from the web?');
  await page.keyboard.press('Control+Enter');
  const judged = () =>
    page.evaluate(() => window.calls.findLast((call) => call.method === 'judge')?.argument);
  await expect.poll(judged).toEqual({ findings: [expect.any(Number)], note: 'from the web?' });
  expect(await current(page)).toBe(record);
  // The row is read anew a moment after the note was taken.
  const noted = async () => {
    await page.keyboard.press('e');
    const text = await page.locator('.note-editor textarea').inputValue();
    await page.keyboard.press('Escape');
    return text;
  };
  await expect.poll(noted).toBe('from the web?');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByText('search the file').waitFor();
  await page.keyboard.press('Escape');
  expect(await complaints(page)).toEqual([]);
  await page.close();
});

test.each([
  [1240, 800],
  [400, 600],
])('the note stands below the rows at %i by %i pixels, its record in view', async (width, height) => {
  const page = await pages.open({ run: 'few', width, height });
  await page.keyboard.press('n');
  const record = await current(page);
  const before = await inView(page);
  await page.keyboard.press('e');
  const editor = (await page.locator('.note-editor').boundingBox())!;
  expect(editor.height).toBeLessThan(150);
  expect(editor.y + editor.height).toBeLessThanOrEqual(height);
  await expect.poll(() => inView(page)).toContain(record);
  expect((await inView(page)).length).toBeGreaterThan(before.length - 5);
  await page.close();
});

test('undo in the search field is the field’s own: VS Code’s listener never hears of it', async () => {
  const page = await pages.open({ run: 'few' });
  await current(page);
  await page.evaluate(() => {
    // As the page around a custom editor does with the keys that VS Code takes.
    window.addEventListener('keydown', (event) => {
      if (event.ctrlKey && event.key === 'z') event.preventDefault();
    });
  });
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  await page.keyboard.press('Control+z');
  const typed = await page.evaluate(
    () => document.querySelector<HTMLInputElement>('.tools vscode-text-field')!.value,
  );
  expect(typed).not.toBe('harbour');
  expect(await page.evaluate(() => window.calls.some((call) => call.method === 'undo'))).toBe(false);
  await page.close();
});
