import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, PanelPages } from './harness/panelPage.js';

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

describe('originals', () => {
  test('are tabs, best first, for the arrow keys and for [ and ]', async () => {
    const page = await pages.open();
    expect(await page.getByRole('tab').count()).toBe(0);
    await page.keyboard.press('j');
    await page.getByRole('tab').first().waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      'Original 1 266 distinctive tokens',
      'Original 2 246 distinctive tokens',
      'Original 3 226 distinctive tokens',
    ]);
    await page.getByRole('tab').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('original 2 of 3').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Original 2');
    await page.locator('.column.suspect').focus();
    await page.keyboard.press(']');
    await page.getByText('original 3 of 3').waitFor();
    await page.keyboard.press(']');
    await page.getByText('original 1 of 3').waitFor();
    await page.keyboard.press('[');
    await page.getByText('original 3 of 3').waitFor();
    await page.close();
  });
});

describe('a passage that its toll leaves nothing of', () => {
  test('is painted fainter than one that counts, and says why', async () => {
    const page = await pages.open({ run: 'apart' });
    const numbers = page.locator('.column.suspect .passage-number');
    await numbers.nth(1).waitFor();
    expect(await numbers.evaluateAll((all) => all.map((one) => one.ariaDescription))).toEqual([
      null,
      '10 − 10: counts nothing',
    ]);
    const look = (property: string, selector: string) =>
      page
        .locator(`.column.suspect ${selector}`)
        .evaluateAll((all, name) => all.map((one) => getComputedStyle(one).getPropertyValue(name)), property);
    expect(await look('border-top-style', '.passage-number')).toEqual(['solid', 'dashed']);
    expect(new Set(await look('background-color', '.shared')).size).toBe(2);
    await expect.poll(() => look('background-color', '~ .overview .overview-mark')).toHaveLength(2);
    await page.close();
  });
});

describe('metadata', () => {
  test('unfolds on both sides at once, stays so, and filters', async () => {
    const page = await pages.open();
    await page.locator('details.meta summary').first().click();
    await page.waitForFunction(() => document.querySelectorAll('details.meta[open]').length === 2);
    await page.locator('.list').focus();
    await page.keyboard.press('j');
    await page.getByText('record 12 ·').first().waitFor();
    expect(await page.locator('details.meta[open]').count()).toBe(2);
    const original = page.locator('.address.original');
    await original.getByRole('button', { name: 'Filter by this account' }).click();
    await page.locator('.chip').waitFor();
    expect(await callsOf(page, 'list').then((all) => all.at(-1))).toMatchObject({
      meta: [{ side: 'original', field: 'account', value: 'a-4471', exact: true }],
    });
    await page.close();
  });
});

describe('matches and differences', () => {
  test('fold what is neither, and unfold it in its place', async () => {
    const page = await pages.open({ run: 'apart' });
    const text = page.locator('.column.suspect .text');
    const whole = (await text.textContent())!.replace(/^\d/, '');
    await page.getByRole('button', { name: 'Matches only' }).click();
    const folds = page.locator('.column.suspect .fold');
    await folds.first().waitFor();
    expect(await page.locator('.column.suspect .shared').count()).toBeGreaterThan(0);
    expect((await text.textContent())!.length).toBeLessThan(whole.length / 2);
    while ((await folds.count()) > 0) await folds.first().locator('[data-unfold=all]').click();
    expect((await text.textContent())!.replace(/^\d/, '').replace(/\d(?=They)/, '')).toBe(
      whole.replace(/\d(?=They)/, ''),
    );
    await page.getByRole('button', { name: 'Differences only' }).click();
    await folds.first().waitFor();
    expect(await page.locator('.column.suspect del').count()).toBeGreaterThan(0);
    await page.locator('.column.suspect').focus();
    await page.keyboard.press('m');
    await expect.poll(() => folds.count()).toBe(0);
    expect(await page.locator('.said').innerText()).toBe('Whole texts');
    await page.close();
  });

  test('unfold step by step from either side of what is hidden, the next step on the same key', async () => {
    const page = await pages.open({ run: 'scattered' });
    await page.getByRole('button', { name: 'Matches only' }).click();
    const text = page.locator('.column.suspect .text');
    const fold = page.locator('.column.suspect .fold').first();
    await fold.waitFor();
    const step = fold.getByRole('button', { name: 'Show more from here on' });
    const hidden = async () => Number((await fold.innerText()).replace(/\D/g, ''));
    const whole = await hidden();
    // Forty words are shared; what follows them is hidden but for a few.
    await expect.poll(() => text.innerText()).not.toContain('s60 ');
    await step.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => text.innerText()).toContain('s60 ');
    const once = await hidden();
    expect(whole - once).toBeGreaterThanOrEqual(240);
    expect(whole - once).toBeLessThan(264);
    await page.keyboard.press('Enter');
    await expect.poll(hidden).toBeLessThan(once - 200);
    const end = fold.getByRole('button', { name: 'Show more up to here' });
    await expect.poll(() => text.innerText()).not.toContain('s780 ');
    await end.click();
    await expect.poll(() => text.innerText()).toContain('s780 ');
    await fold.getByRole('button', { name: /^Show [\d,]+ hidden characters$/ }).click();
    await expect.poll(() => text.innerText()).toContain('s400 ');
    await page.close();
  });

  test('white space is marked where it differs and nowhere else, and is copied as it is', async () => {
    const page = await pages.open({ run: 'spaced' });
    const marks = await page
      .locator('.column.original .white-space')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-mark')));
    expect(marks).toEqual(['·', '→', '⍽', '↵']);
    expect(await page.locator('.column.original .text').textContent()).toContain('one  two\tthree\u00a0four');
    await page.close();
  });
});

describe('the reason of grey text', () => {
  test('is reached with Tab, and described', async () => {
    const page = await pages.open();
    await page.locator('.column.suspect').focus();
    await page.keyboard.press('Tab');
    await page.locator('.tooltip').waitFor();
    expect(await page.locator('.tooltip').innerText()).toContain('The prompt that this text answers');
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('explained'))) break;
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-description'))).toBe(
      'Not counted: it repeats the prompt.',
    );
    await page.locator('.tooltip').getByText('Not counted: it repeats the prompt.').waitFor();
    await page.close();
  });
});

describe('a template', () => {
  test('gives the name of its file', async () => {
    const page = await pages.open({ run: 'template' });
    const element = page.locator('.column.suspect .explained').first();
    expect(await element.getAttribute('aria-description')).toBe(
      'Not counted: it is template or public text that you named. File: licence.txt.',
    );
    await page.close();
  });
});

describe('the conversation', () => {
  test('is read when it is asked for, and stands around the response', async () => {
    const page = await pages.open();
    expect(await callsOf(page, 'conversation')).toEqual([]);
    await page.keyboard.press('t');
    await page.locator('.turn').first().waitFor();
    expect(await page.locator('.column.original .turn-role').allInnerTexts()).toEqual([
      'system',
      'user',
      'assistant',
      'user',
    ]);
    expect(await page.locator('.column.suspect').innerText()).toMatch(
      /^system[^]*assistant[^]*Sourdough[^]*clean the jar/,
    );
    expect(await page.locator('.prompt').count()).toBe(0);
    await page.keyboard.press('l');
    expect(await page.locator('.turn-role').first().innerText()).toBe('suspect: system');
    await page.locator('.column').focus();
    await page.keyboard.press('t');
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await callsOf(page, 'conversation')).toHaveLength(1);
    await page.close();
  });

  test('a failure to read it is said, and the pair stays', async () => {
    const page = await pages.open({ query: '&fail=conversation' });
    await page.keyboard.press('t');
    await page.locator('.pair .problem').waitFor();
    expect(await page.locator('.pair-text').count()).toBe(1);
    await page.close();
  });
});

describe('scrolling', () => {
  /** How far below the top of its column a shared run begins, on both sides. */
  const places = (page: Page, words: string) =>
    page.evaluate(
      (start) =>
        [...document.querySelectorAll('.column')].map((column) => {
          const run = [...column.querySelectorAll('.shared')].find(({ textContent }) =>
            textContent.includes(start),
          )!;
          return Math.round(run.getBoundingClientRect().top - column.getBoundingClientRect().top);
        }),
      words,
    );
  const scrollBy = (page: Page, side: string, by: number) =>
    page.locator(`.column.${side}`).evaluate((column, pixels) => (column.scrollTop += pixels), by);
  const tops = (page: Page) =>
    page.locator('.column').evaluateAll((columns) => columns.map(({ scrollTop }) => scrollTop));

  test('one side takes the other along: a shared run that is in the middle is there on both sides', async () => {
    const page = await pages.open({ run: 'uneven', width: 900, height: 600 });
    const apart = async () => {
      const [suspect, original] = await places(page, 'fill');
      return Math.abs(suspect! - original!);
    };
    for (const side of ['suspect', 'original']) {
      expect(await apart()).toBeGreaterThan(200);
      // Where the line on which runs meet is, differs with the place: the run is brought near it in steps.
      for (let step = 0; step < 12; step++) {
        const [at, line] = await page.locator(`.column.${side}`).evaluate((column) => {
          const run = [...column.querySelectorAll('.shared')].find(({ textContent }) =>
            textContent.includes('fill'),
          )!;
          const { scrollTop, scrollHeight, clientHeight } = column;
          const top = run.getBoundingClientRect().top - column.getBoundingClientRect().top;
          return [top, (clientHeight * scrollTop) / (scrollHeight - clientHeight)] as const;
        });
        await scrollBy(page, side, at - line);
      }
      await expect.poll(apart).toBeLessThanOrEqual(4);
      const [suspect, original] = await tops(page);
      expect(suspect! - original!).toBeGreaterThan(200);
      await scrollBy(page, side, -10_000);
      await expect.poll(() => tops(page)).toEqual([0, 0]);
    }
    await page.close();
  });

  test('both ends are reached together', async () => {
    const page = await pages.open({ run: 'uneven', width: 900, height: 600 });
    await scrollBy(page, 'suspect', 10_000);
    const left = () =>
      page
        .locator('.column')
        .evaluateAll((columns) =>
          columns.map(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop),
        );
    await expect.poll(async () => Math.max(...(await left()))).toBeLessThanOrEqual(2);
    await page.close();
  });
});

describe('a long pair', () => {
  test('shows a first look, then its finer differences in the same place', async () => {
    const page = await pages.open({ run: 'long', query: '&refinable=1' });
    await page.evaluate(() => window.delay.set('refine', 600));
    await page.keyboard.press('j');
    await page.getByText('record 12 ·').first().waitFor();
    expect(await page.locator('.score-value').allInnerTexts()).toContain('…');
    const column = page.locator('.column.suspect');
    await column.evaluate((element) => (element.scrollTop = 900));
    await page.waitForFunction(() => window.calls.some(({ method }) => method === 'refine'));
    await page.waitForFunction(() => !document.querySelector('.scores')?.textContent.includes('…'));
    expect(await column.evaluate((element) => element.scrollTop)).toBe(900);
    expect(await page.locator('.column.suspect del').count()).toBeGreaterThan(100);
    await page.close();
  });

  test('asks for nothing finer while the reader walks on', async () => {
    const page = await pages.open({ query: '&refinable=1' });
    await page.waitForFunction(() => window.calls.some(({ method }) => method === 'refine'));
    for (let i = 0; i < 5; i++) await page.keyboard.press('j');
    await page.waitForTimeout(500);
    expect(
      (await callsOf(page, 'refine')).map((argument) => (argument as { finding: number }).finding),
    ).toEqual([0, 5]);
    await page.close();
  });
});

describe('the copy', () => {
  test('is asked for with the shown original', async () => {
    const page = await pages.open();
    await page.keyboard.press('y');
    await page.getByText('Copied as Markdown').waitFor();
    expect(await callsOf(page, 'copyMarkdown')).toEqual([{ finding: 0, index: 0 }]);
    await page.close();
  });
});

describe('the handle between list and pair', () => {
  test('is moved with arrow keys and mouse, keeps its place, and goes back with Enter', async () => {
    const page = await pages.open();
    const handle = page.getByRole('separator', { name: 'Width of the list' });
    const width = () => page.locator('.list-pane').evaluate((pane) => pane.getBoundingClientRect().width);
    const own = await width();
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await width()).toBeCloseTo(own + 32, -1);
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBe(await width());
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 200, { steps: 3 });
    await page.mouse.up();
    const dragged = await width();
    expect(dragged).toBeGreaterThan(own + 100);
    await page.reload();
    await page.waitForSelector('.pair-text');
    expect(await width()).toBe(dragged);
    await handle.focus();
    await page.keyboard.press('End');
    expect(await page.locator('.pair').evaluate((pane) => pane.clientWidth)).toBeGreaterThanOrEqual(300);
    await page.keyboard.press('Enter');
    expect(await width()).toBeCloseTo(own, -1);
    await page.close();
  });
});
