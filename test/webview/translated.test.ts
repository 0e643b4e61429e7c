/** In a made-up language no English word of the panel is left, whatever it shows. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASET } from './dataset/datasetPage.js';
import { PanelPages, type OpenOptions } from './harness/panelPage.js';
import { listen, pseudo, pseudoWords, untranslated } from './harness/pseudo.js';

let words: Readonly<Record<string, string>>;
let panels: PanelPages;
let tables: PanelPages;
beforeAll(async () => {
  words = await pseudoWords();
  panels = await PanelPages.start(undefined, words, listen);
  tables = await PanelPages.start(DATASET, words, listen);
});
afterAll(() => Promise.all([panels.stop(), tables.stop()]));

type Step = (page: Page) => Promise<unknown>;

const press =
  (where: string, ...keys: readonly string[]): Step =>
  async (page) => {
    await page.locator(where).first().focus();
    for (const key of keys) await page.keyboard.press(key);
  };
const click =
  (what: string): Step =>
  (page) =>
    page.locator(what).first().click();
const there =
  (what: string): Step =>
  (page) =>
    page.locator(what).first().waitFor();
const choose =
  (dropdown: string, value: string): Step =>
  async (page) => {
    await page.locator(dropdown).click();
    await page.locator(`${dropdown} vscode-option[value="${value}"]`).click();
  };
const named = (label: string) => `[aria-label="${pseudo(label)}"]`;

/** Steps that lead from one state to the next; after each, nothing is left in English. */
const PANEL: readonly (readonly [name: string, open: OpenOptions, steps: readonly Step[]])[] = [
  [
    'findings, filters and groups',
    { run: 'calibrated' },
    [
      there('.bar'),
      press('.list', 'j', 'n'),
      press('.list', 'l', 't'),
      there('.turn'),
      press('.list', 'l', 't', 'm'),
      press('.list', 'f'),
      click('[data-value=homoglyphs]'),
      there('.chip'),
      press('.list', 'Escape'),
      choose(named('Group by'), 'passage'),
      there('.heading'),
      press('.list', 'ArrowRight', 'ArrowDown', 'Shift+ArrowDown'),
      press('.list', '?'),
      there('dialog'),
    ],
  ],
  [
    'a filter that nothing passes',
    { run: 'few' },
    [press('.list', '/', 'q', 'q', 'q', 'q'), there('.nothing')],
  ],
  ['what chance gives', { run: 'compared' }, [click('.header-below > button.link'), there('.calibration')]],
  [
    'judging',
    { run: 'reviewed' },
    [
      there('.review-progress'),
      press('.list', 'e'),
      press('.note-editor textarea', 'Escape'),
      press('.list', 'i'),
      press('.note-editor input', 'Escape'),
      press('.list', 'b'),
      press('.note-editor input', 'Enter', 'Escape'),
      click('[data-filter=open]'),
      press('.list', 'c', 'd', 'u'),
      there('.still-shown button'),
      press('.list', 'z', 'Z', 'r'),
      click('.sample-offer'),
      there('dialog.dialog'),
      (page) => page.keyboard.press('Enter'),
      there('.sample:not([hidden])'),
    ],
  ],
  [
    'many judged at once',
    { run: 'reviewed' },
    [press('.list', 'Control+a', 'c'), there('dialog.dialog'), (page) => page.keyboard.press('Enter')],
  ],
  ['nothing found', { run: 'nothing' }, []],
  ['an empty suspect', { run: 'empty' }, []],
  ['planted copies', { run: 'planted' }, [click('.header-below summary')]],
  ['a stale pair of outputs', { run: 'outputs', query: '&stale=1' }, []],
  ['a pair that fails', { query: '&fail=pair,calibration' }, []],
  ['a list that fails', { query: '&fail=list' }, []],
  ['texts on their way', { query: '&refinable=1' }, []],
];

const TABLE: typeof PANEL = [
  [
    'rows, search and verdicts',
    {},
    [
      press('.grid', 'f', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'),
      press('.grid', 'e'),
      press('.note-editor textarea', 'Escape'),
      press('.grid', 'c'),
      press('.grid', 'f', 'End', '/', 'h', 'e', 'a', 'p', 's', 'Enter'),
      there('.search-steps:not([hidden])'),
      press('.grid', '?'),
      there('dialog'),
    ],
  ],
  ['a file outside of any run', { run: 'plain' }, []],
  ['a guessed shape', { run: 'guessed' }, []],
  ['a count that goes on', { run: 'counting' }, []],
  ['a file that is refused', { query: '&fail=open' }, []],
];

async function nothingIsLeft(pages: PanelPages, open: OpenOptions, steps: readonly Step[]): Promise<void> {
  const page = await pages.open(open);
  const left = new Set(await untranslated(page, words));
  for (const step of steps) {
    await step(page);
    for (const text of await untranslated(page, words)) left.add(text);
  }
  expect([...left]).toEqual([]);
  await page.close();
}

test.each(PANEL)('The panel: %s', (_, open, steps) => nothingIsLeft(panels, open, steps));
test.each(TABLE)('The table: %s', (_, open, steps) => nothingIsLeft(tables, open, steps));

test('a forgotten word would be found', async () => {
  const page = await panels.open();
  await page.evaluate(() => document.querySelector('.footer')!.append('Show more of it'));
  expect(await untranslated(page, words)).toEqual(['Show more of it']);
  await page.close();
});
