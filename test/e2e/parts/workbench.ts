import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const SLOW = 60_000;
/** How long an input that was closed by something else is waited for before it is opened anew. */
const SOON = 5_000;
const INPUT = '.quick-input-widget input.input';

/** VS Code's own surfaces, by what a user sees of them. */
export class Workbench {
  constructor(readonly page: Page) {}

  /** Resolves when the workbench takes commands. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: SLOW });
    await this.page.locator('.explorer-viewlet .monaco-list-row').first().waitFor({ timeout: SLOW });
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.#ask('Control+P', name, this.row(name).first());
    await this.page.keyboard.press('Enter');
    await this.tab(name).waitFor({ timeout: SLOW });
  }

  /** A file or folder in the explorer. */
  explorerRow(name: string): Locator {
    return this.page.locator('.explorer-viewlet .monaco-list-row', { hasText: name });
  }

  /** Chooses in the context menu of a file in the explorer, as soon as an extension has put it there. */
  async chooseInExplorer(name: string, item: string): Promise<void> {
    const wanted = this.page.getByRole('menuitem', { name: item });
    await expect
      .poll(
        async () => {
          await this.page.keyboard.press('Escape');
          await this.explorerRow(name).click({ button: 'right' });
          await this.page.locator('.monaco-menu').waitFor();
          return wanted.count();
        },
        { timeout: SLOW, interval: 1000 },
      )
      .toBeGreaterThan(0);
    await this.takeMenuItem(item);
  }

  /** Takes an item of the menu that is open: by Enter, since a menu takes no click in its first moment. */
  async takeMenuItem(item: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: item }).hover();
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command by its title in the command palette. */
  async run(title: string): Promise<void> {
    const row = this.row(title).first();
    await this.#ask('F1', `>${title}`, row);
    await row.click({ timeout: SLOW });
  }

  /** Shows the container of views `title` in the side bar. */
  async openView(title: string): Promise<void> {
    await this.page
      .locator(`.activitybar .action-label[aria-label^="${title}"]`)
      .first()
      .click({ force: true });
    await this.page.locator('.sidebar .composite.title', { hasText: title }).waitFor({ timeout: SLOW });
  }

  async openExplorer(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+E');
    await this.page.locator('.explorer-viewlet').waitFor({ timeout: SLOW });
  }

  /** Puts the cursor of the active editor at a 1-based line and column. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#ask('Control+G', `:${line}:${column}`, this.page.locator(INPUT));
    await this.page.keyboard.press('Enter');
    await expect.poll(() => this.cursor()).toBe(`Ln ${line}, Col ${column}`);
    // A panel that has just loaded may have taken the focus, and keys would go to it.
    await this.run('View: Focus Active Editor Group');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** In the dialog for a folder, goes into the folder `name` and takes it by the dialog's own button. */
  async chooseFolder(name: string, button: string): Promise<void> {
    const accept = this.page.locator('.quick-input-widget').getByRole('button', { name: button });
    await accept.waitFor({ timeout: SLOW });
    await this.row(name).click();
    await this.page.waitForFunction(
      ([selector, end]) => document.querySelector<HTMLInputElement>(selector)?.value.endsWith(end) === true,
      [INPUT, `/${name}/`] as const,
    );
    await accept.click();
    await accept.waitFor({ state: 'hidden' });
  }

  /** A row of the open quick pick. */
  row(text: string): Locator {
    return this.page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
  }

  /** Chooses in the open quick pick, by the row's whole label. */
  async pick(label: string): Promise<void> {
    await this.row(label)
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .click();
  }

  /** Accepts the open quick pick of several. */
  async accept(): Promise<void> {
    await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  }

  /** The tab with exactly this title. */
  tab(title: string): Locator {
    return this.page.locator('.tabs-container').getByText(title, { exact: true });
  }

  /** A notification that holds the text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  codeLenses(): Locator {
    return this.page.locator('.codelens-decoration a');
  }

  /** e.g. "Ln 12, Col 30 (51 selected)" */
  async cursor(): Promise<string> {
    return (await this.page.locator('#status\\.editor\\.selection').innerText()).trim();
  }

  /** The frame, nested in VS Code's own two, in which `selector` is found. */
  async frame(selector: string): Promise<Frame> {
    const until = Date.now() + SLOW;
    while (Date.now() < until) {
      for (const frame of this.page.frames()) {
        const found = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (found > 0 && frame !== this.page.mainFrame()) return frame;
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`No webview holds ${selector}`);
  }

  /**
   * Waits until VS Code has stored its layout with all `words` in it, which it does when it is idle, and loads the
   * window anew. In a browser a page that goes away has no time to store it then.
   */
  async reload(words: readonly string[]): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(layoutHolds, words), { timeout: SLOW, interval: 500 })
      .toBe(true);
    await this.page.reload();
    await this.ready();
  }

  /**
   * Opens VS Code's input by its key and writes `text` there until `answer` is seen: once more where a page that has
   * just loaded took the focus meanwhile, which closes the input.
   */
  async #ask(key: string, text: string, answer: Locator): Promise<void> {
    const until = Date.now() + SLOW;
    for (;;) {
      await this.page.keyboard.press(key);
      try {
        await this.page.locator(INPUT).fill(text, { timeout: SOON });
        await answer.waitFor({ timeout: SOON });
        return;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }
}

/** True if the stored layout of the workbench holds all `words`, quotes and their escapes left out; runs in the page. */
async function layoutHolds(words: readonly string[]): Promise<boolean> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The storage of the workbench cannot be read.'));
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name!));
    const stores = [...database.objectStoreNames];
    const items = await Promise.all(
      stores.map((store) =>
        settled(database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>),
      ),
    );
    database.close();
    const layouts = items
      .flat()
      .filter((item) => typeof item === 'string' && item.includes('editorpart.state'));
    const plain = layouts.map((layout) => String(layout).replaceAll(/[\\"]/g, ''));
    if (plain.some((layout) => words.every((word) => layout.includes(word)))) return true;
  }
  return false;
}
