/**
 * Pictures for people: they are looked at, and every page must at least come up without a complaint.
 * `npm run pictures` takes them in all four themes and lays them out on one sheet.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaints, PanelPages, picture } from './harness/panelPage.js';
import { STATE_PAGES } from './harness/states.js';
import type { ThemeName } from './harness/themes.js';

const ALL: readonly ThemeName[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const themes = process.env['PICTURES'] === 'all' ? ALL : ALL.slice(0, 1);

let pages: PanelPages;
beforeAll(async () => {
  pages = await PanelPages.start();
});
afterAll(() => pages.stop());

test.each(themes.flatMap((theme) => STATE_PAGES.map((of) => [theme, of.states[0]![0], of] as const)))(
  '%s: %s',
  async (theme, _, { open, states }) => {
    const page = await pages.open({ ...open, theme });
    for (const [name, reach] of states) {
      await reach(page);
      await page.waitForFunction(() => document.querySelector('.row.loading') === null);
      await picture(page, `${name}.${theme}`);
    }
    expect(await complaints(page)).toEqual([]);
    await page.close();
  },
);
