import type { Locator, Page } from 'playwright-core';

/** The rows of one view of the container in the activity bar, by the view's title. */
export function viewRows(page: Page, view: string): Locator {
  const header = page.locator('.pane-header', { hasText: view });
  return page.locator('.pane', { has: header }).locator('.monaco-list-row');
}
