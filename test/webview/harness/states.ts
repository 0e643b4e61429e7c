/** Every state of the panel that a person should look at, as pages and the steps that lead from one to the next. */
import type { Page } from 'playwright-core';
import type { OpenOptions } from './panelPage.js';

export interface StatePage {
  readonly open: OpenOptions;
  /** In order, each on from the one before; the first is the page as it opens. */
  readonly states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[];
}

const press = (...keys: readonly string[]) => {
  return async (page: Page) => {
    await page.locator('.list').focus();
    for (const key of keys) await page.keyboard.press(key);
  };
};
const opened = async (page: Page) => {
  await page.locator('#histogram[hidden], .bar').first().waitFor({ state: 'attached' });
};

const calibrated = async (page: Page) => {
  await page.getByRole('button', { name: 'What chance gives…' }).click();
  await page.locator('.calibration').waitFor();
};

export const STATE_PAGES: readonly StatePage[] = [
  {
    open: { run: 'compared' },
    states: [
      ['compared sources', opened],
      ['threshold', calibrated],
      [
        'threshold moved',
        async (page) => {
          await page.getByRole('slider', { name: /Threshold/ }).focus();
          await page.keyboard.press('PageUp');
          await page.locator('.calibration summary').click();
        },
      ],
      ['matrix', (page) => page.getByRole('region', { name: /^How close/ }).focus()],
    ],
  },
  { open: { run: 'compared', width: 400 }, states: [['threshold, narrow', calibrated]] },
  {
    open: { run: 'calibrated' },
    states: [
      ['findings', opened],
      ['originals', press('j')],
      ['run', press('n', 'n')],
      ['inline', press('l')],
      ['metadata', (page) => page.locator('details.meta summary').first().click()],
      [
        'conversation',
        async (page) => {
          await press('l', 't')(page);
          await page.locator('.turn').first().waitFor();
        },
      ],
      [
        'filters',
        async (page) => {
          await press('t', 'f')(page);
          await page.getByRole('spinbutton', { name: 'Evidence, at least' }).fill('60');
          await page.keyboard.press('Enter');
          await page.getByRole('checkbox', { name: /homoglyphs/ }).check();
          await page.locator('.chip').nth(1).waitFor();
        },
      ],
      [
        'brush',
        async (page) => {
          await page.keyboard.press('Escape');
          await page.getByRole('slider', { name: 'Most' }).focus();
          await page.keyboard.press('PageDown');
          await page.waitForTimeout(400);
        },
      ],
      [
        'groups',
        async (page) => {
          await page.locator('[aria-label="Group by"]').click();
          await page.locator('vscode-option', { hasText: 'By shared passage' }).click();
          await page.locator('.heading').first().waitFor();
          await press('ArrowRight')(page);
        },
      ],
      [
        'groups of several kinds',
        async (page) => {
          await page.locator('[aria-label="Group by"]').click();
          await page.locator('vscode-option', { hasText: 'By original' }).click();
          await page.locator('.list-status').getByText('in 5 groups').waitFor();
        },
      ],
      ['help', press('?')],
    ],
  },
  {
    open: { run: 'apart' },
    states: [
      ['matches', press('m')],
      ['differences', press('m')],
    ],
  },
  { open: { run: 'spaced' }, states: [['white-space', opened]] },
  {
    open: { run: 'reviewed' },
    states: [
      ['reviewed', opened],
      ['selected', press('j', 'Shift+ArrowDown', 'Shift+ArrowDown')],
      [
        'note',
        async (page) => {
          await press('Escape', 'e')(page);
        },
      ],
      [
        'judged',
        async (page) => {
          await page.keyboard.press('Escape');
          await page.locator('[data-filter=open]').click();
          await page.locator('.list-status').getByText('101 findings').waitFor();
          await press('c', 'd', 'u')(page);
          await page.locator('.still-shown').getByText('3 judged items').waitFor();
        },
      ],
      [
        'sample',
        async (page) => {
          await press('r')(page);
          await page.locator('.sample-offer').click();
        },
      ],
    ],
  },
  { open: { run: 'reviewed', width: 400, height: 900 }, states: [['reviewed-narrow', opened]] },
  { open: { run: 'nothing' }, states: [['nothing', () => Promise.resolve()]] },
  { open: { run: 'nothing', width: 400 }, states: [['nothing-400', () => Promise.resolve()]] },
  {
    open: { run: 'planted' },
    states: [['planted', (page) => page.getByText('What would have been found').click()]],
  },
  { open: { run: 'empty' }, states: [['empty', () => Promise.resolve()]] },
  { open: { run: 'outputs', query: '&stale=1' }, states: [['stale-outputs', opened]] },
  { open: { query: '&fail=pair' }, states: [['failing', () => Promise.resolve()]] },
  { open: { run: 'rtl' }, states: [['rtl', opened]] },
  { open: { run: 'long' }, states: [['long', opened]] },
  { open: { run: 'scattered' }, states: [['scattered', press('n', 'n', 'n')]] },
  { open: { run: 'hostile' }, states: [['hostile', opened]] },
  { open: { width: 400, height: 1600 }, states: [['narrow', press('j')]] },
  { open: { width: 900, height: 700 }, states: [['middle', press('j')]] },
  // What 200 % zoom makes of a window of 1240 by 800.
  { open: { width: 620, height: 400 }, states: [['zoomed', opened]] },
];
