import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

const selected = (page: Page) => page.locator('.row[aria-selected=true]').getAttribute('data-index');
const notify = (page: Page, notice: unknown) =>
  page.evaluate((message) => window.postMessage(message, '*'), notice);

describe('what is shown', () => {
  test('counts, the list, and the first pair', async () => {
    const page = await pages.open();
    expect(await page.locator('.kind').allTextContents()).toEqual([
      '21 identical',
      '21 normalised',
      '42 near-duplicate',
      '41 partial',
      '96 too little evidence',
    ]);
    expect(await page.locator('.summary').innerText()).toContain('125 findings among 1,204 responses.');
    const row = page.locator('.row').nth(1);
    expect(await row.innerText()).toMatch(
      /Sourdough rises[^]*266[^]*near-duplicate · homoglyphs · 3 originals · record 12/,
    );
    expect(await row.getAttribute('aria-setsize')).toBe('125');
    expect(await page.locator('.score').allInnerTexts()).toHaveLength(8);
    expect(await page.locator('.column.suspect del').first().innerText()).toContain('produce');
    expect(await page.locator('.column.original ins').first().innerText()).toContain('make');
    await page.close();
  });

  test('the first pair before the distribution and what can be filtered by', async () => {
    const page = await pages.browser.newPage();
    await page.goto(pages.address({ query: '&slow=pair' }), { waitUntil: 'commit' });
    const isPair = await page.waitForFunction(
      () =>
        'calls' in window &&
        window.calls.some(({ method }) => method === 'histogram' || method === 'facets') && {
          shown: document.querySelector('.pair-text') !== null,
        },
    );
    expect(await isPair.jsonValue()).toEqual({ shown: true });
    expect(await callsOf(page, 'pair')).toHaveLength(1);
    await page.close();
  });

  test('without controls the summary says so and gives the floor', async () => {
    const page = await pages.open({ run: 'planted' });
    const said = await page.locator('.summary').innerText();
    expect(said).toContain('Not calibrated: without independent answers to the same prompts');
    expect(said).toContain(
      'What originals to different prompts share among themselves is no bound, but all there is',
    );
    expect(said).toContain('of 120 drawn at random, 1 reaches this threshold');
    await page.close();
  });

  test('an outputs run claims no more than it can', async () => {
    const page = await pages.open({ run: 'outputs' });
    expect(await page.locator('.summary').innerText()).toContain('cannot show what a model was trained on');
    await page.close();
  });

  test('a run with controls says what chance alone would give, with findings and without', async () => {
    const page = await pages.open({ run: 'calibrated' });
    expect(await page.locator('.summary').innerText()).toBe(
      '125 findings among 1,204 responses. Of 4,025 independent answers by 5 sources 4 reach this threshold (worst source 0.25\u00a0%): about 1 of the 125 expected by chance, at most 3.',
    );
    await page.close();
    const empty = await pages.open({ run: 'nothing' });
    expect(await empty.locator('.empty-page').innerText()).toContain(
      'about 1 would be expected by chance, at most 3.',
    );
    await empty.close();
  });

  test('a run without findings is a normal result', async () => {
    const page = await pages.open({ run: 'empty' });
    const text = await page.locator('.empty-page').innerText();
    expect(text).toContain('That is a normal result.');
    expect(text).toContain('1,204 responses in 1 file');
    expect(text).toContain('Paraphrase and translation.');
    await page.close();
  });

  test('and its page scrolls by keys at once', async () => {
    const page = await pages.open({ run: 'nothing', width: 900, height: 500 });
    const top = () => page.locator('.empty-page').evaluate((main) => main.scrollTop);
    expect(await top()).toBe(0);
    await page.keyboard.press('PageDown');
    await expect.poll(top).toBeGreaterThan(100);
    await page.close();
  });

  test('what would have been found stands on the page of a run that found nothing, and is unfolded otherwise', async () => {
    const empty = await pages.open({ run: 'nothing' });
    const text = await empty.locator('.empty-page').innerText();
    expect(text).toContain(
      '300 originals, drawn at random, were copied, edited and compared like the suspect',
    );
    expect(await empty.locator('.planted tbody tr').allInnerTexts()).toContain(
      '30\u00a0% of the words replaced\t214 of 300\t65.8–76.4\u00a0%',
    );
    expect(text).toContain('Paraphrase and translation are not tested.');
    await empty.close();
    const untested = await pages.open({ run: 'empty' });
    expect(await untested.locator('.empty-page').innerText()).toContain(
      'Not tested yet: Test What Would Be Found',
    );
    await untested.close();
    const page = await pages.open({ run: 'planted' });
    const table = page.locator('.header .planted');
    expect(await table.isVisible()).toBe(false);
    await page.getByText('What would have been found').click();
    expect(await table.isVisible()).toBe(true);
    await page.close();
  });

  test('notes of the run and of its inputs', async () => {
    const page = await pages.open({ run: 'noted' });
    await page.locator('.inputs summary').click();
    expect(await page.locator('.header').innerText()).toContain('was among the originals and was left out');
    expect(await page.locator('.inputs').innerText()).toContain('Guessed');
    await page.close();
  });

  test('a stale pair says so, and a coarse one', async () => {
    const page = await pages.open({ query: '&stale=1' });
    expect(await page.locator('.stale').innerText()).toContain('has changed since it was compared');
    expect(await page.locator('.why').innerText()).toContain('coarser');
    await page.close();
  });

  test('files that change while the run is shown', async () => {
    const page = await pages.open();
    const notice = page.getByRole('status').filter({ hasText: 'changed since the comparison' });
    expect(await notice.count()).toBe(0);
    const tell = (names: string[]) =>
      page.evaluate((all) => window.postMessage({ type: 'filesChanged', names: all }, '*'), names);
    await tell(['forum-mix.jsonl']);
    await notice.waitFor();
    expect(await notice.innerText()).toContain('forum-mix.jsonl changed');
    await tell(['forum-mix.jsonl', 'b.jsonl']);
    await page.getByText('2 files changed since the comparison').waitFor();
    expect(await notice.count()).toBe(1);
    await page.close();
  });

  test('a record that has moved is not called empty, and has no score of a text that is not there', async () => {
    const page = await pages.open({ run: 'moved' });
    expect(await page.locator('.row-excerpt').innerText()).toBe('no longer at this place');
    expect(await page.locator('.column.suspect .empty-text').innerText()).toBe('No longer at this place.');
    expect(await page.locator('.score', { hasText: 'Dice' }).innerText()).toContain('–');
    expect(await page.locator('.score', { hasText: 'edit similarity' }).innerText()).toContain('–');
    await page.close();
  });
});

describe('keys', () => {
  test('walk the list, and jump to the pair that is shown', async () => {
    const page = await pages.open();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await page.waitForFunction(() =>
      document.querySelector('.address.suspect')?.textContent.includes('record 12'),
    );
    expect(await selected(page)).toBe('1');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('o');
    expect(await callsOf(page, 'jump')).toEqual([
      { finding: 1, index: 0, to: 'original' },
      { finding: 1, index: 0, to: 'suspect' },
      { finding: 1, index: 0, to: 'diff' },
    ]);
    await page.getByRole('tab', { name: /^Original 2/ }).click();
    await page.getByText('original 2 of 3').waitFor();
    await page.locator('.column.suspect').focus();
    await page.keyboard.press('o');
    expect((await callsOf(page, 'jump')).at(-1)).toEqual({ finding: 1, index: 1, to: 'diff' });
    await page.close();
  });

  test('are letters in the filter, and Escape leaves it', async () => {
    const page = await pages.open();
    await page.keyboard.press('/');
    await page.keyboard.type('j');
    expect(await selected(page)).toBe('0');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('lease');
    await page.waitForFunction(() => document.querySelector('.list-status')?.textContent === '21 findings');
    expect(await callsOf(page, 'jump')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await selected(page)).toBe('1');
    await page.close();
  });

  test('step through shared runs on both sides, in both layouts', async () => {
    const page = await pages.open();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await page.locator('.said').innerText()).toContain('Run 2 of 3');
    expect(await page.locator('.column.suspect .current').first().innerText()).toMatch(
      /^the acids you taste/,
    );
    expect(await page.locator('.column.original .current').count()).toBeGreaterThan(0);
    await page.keyboard.press('p');
    expect(await page.locator('.said').innerText()).toContain('Run 1 of 3');
    await page.keyboard.press('l');
    expect(await page.locator('.column').count()).toBe(1);
    expect(await page.locator('.current').count()).toBeGreaterThan(0);
    expect(await page.locator('.text del').count()).toBeGreaterThan(0);
    expect(await page.locator('.text ins').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('are listed by ?, from the first one on', async () => {
    const page = await pages.open();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('open the original');
    expect(await dialog.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    const heights = await dialog.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(heights).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Close' }).click({ trial: true });
    await page.keyboard.press('Escape');
    // A dialog closes in a task of its own.
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.close();
  });
});

describe('filter and place', () => {
  test('a kind is switched by its count', async () => {
    const page = await pages.open();
    const kind = page.locator('[data-kind=identical]');
    await kind.click();
    await page.waitForFunction(() => document.querySelector('.list-status')?.textContent === '104 findings');
    expect(await kind.getAttribute('aria-pressed')).toBe('false');
    await page.close();
  });

  test('survive a reload', async () => {
    const page = await pages.open();
    await page.locator('[data-kind=identical]').click();
    await page.waitForFunction(() => document.querySelector('.list-status')?.textContent === '104 findings');
    await page.locator('.list').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    const before = await page.evaluate(() => sessionStorage.getItem('state'));
    await page.reload();
    await page.waitForSelector('.pair-text.inline');
    await page.waitForSelector('.row[aria-selected=true][data-index="1"]');
    expect(await page.locator('[data-kind=identical]').getAttribute('aria-pressed')).toBe('false');
    expect(await page.evaluate(() => sessionStorage.getItem('state'))).toBe(before);
    expect(JSON.parse(before!)).toMatchObject({ dir: '/case/.distillation-evidence/runs/f00d', selected: 2 });
    await page.close();
  });

  test('notices select and act; whatever else arrives is dropped', async () => {
    const page = await pages.open();
    await notify(page, { type: 'select', finding: 77, index: 0 });
    await page.waitForSelector('.row[aria-selected=true][data-index="77"]');
    for (const stranger of [
      { type: 'select', finding: -1, index: 0 },
      { type: 'select', finding: '3', index: 0 },
      { type: 'do', action: 'constructor' },
      { type: 'ok', id: 10 ** 6, result: 1 },
      null,
      'do',
    ])
      await notify(page, stranger);
    await notify(page, { type: 'do', action: 'nextFinding' });
    await page.waitForSelector('.row[aria-selected=true][data-index="78"]');
    await page.close();
  });
});

describe('when the host fails or dawdles', () => {
  test.each([
    ['open', '.problem'],
    ['list', '.list-messages .problem'],
    ['rows', '.list-messages .problem'],
    ['pair', '.pair .problem'],
  ])('%s: the message stands in its place, as text', async (method, place) => {
    const page = await pages.browser.newPage();
    await page.goto(pages.address({ query: `&fail=${method}` }));
    const message = page.locator(place);
    await message.waitFor();
    expect(await message.innerText()).toContain('damaged at line 3: <b>run it again</b>');
    await page.close();
  });

  test('a failed jump is said above the pair', async () => {
    const page = await pages.open({ query: '&fail=jump' });
    await page.keyboard.press('Enter');
    await page.locator('.pair .problem').waitFor();
    expect(await page.locator('.pair-text').count()).toBe(1);
    await page.close();
  });

  test('an answer to an earlier selection is dropped', async () => {
    const page = await pages.open();
    await page.evaluate(() => window.delay.set('pair', 400));
    await page.keyboard.press('j');
    await page.locator('.waiting vscode-progress-ring').waitFor();
    await page.evaluate(() => window.delay.delete('pair'));
    await page.keyboard.press('j');
    await page.waitForTimeout(600);
    expect(await page.locator('.address.suspect').innerText()).toContain('record 13');
    expect(await page.locator('.waiting').count()).toBe(0);
    await page.close();
  });
});

test('a list of 10,000 keeps few rows and reaches the last', async () => {
  const page = await pages.open({ run: 'many' });
  const rows = page.locator('.row');
  for (const part of [0.1, 0.5, 0.93, 1]) {
    await page.evaluate((at) => {
      const list = document.querySelector('.list')!;
      list.scrollTop = list.scrollHeight * at;
    }, part);
    await page.waitForTimeout(50);
    expect(await rows.count()).toBeLessThan(200);
  }
  await page.locator('.list').focus();
  await page.keyboard.press('End');
  await page.waitForSelector('.row[aria-posinset="10000"][aria-selected=true]:not(.loading)');
  const box = await page.locator('.row[aria-posinset="10000"]').boundingBox();
  const list = await page.locator('.list').boundingBox();
  expect(box!.y + box!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
  await page.close();
});
