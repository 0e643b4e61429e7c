import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { root } from '../../../scripts/root.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';
import { workbenchAddress } from '../../../scripts/vscode/workbench.mjs';
import { Closing } from './closing.js';
import type { Installed } from './installed.js';
import { Workbench } from './workbench.js';

const PICTURES = join(root, 'test-results', 'e2e');

/** One user with one folder open: a server, a browser, a page. */
export class Session {
  #pictures = 0;

  private constructor(
    readonly name: string,
    readonly folder: string,
    readonly page: Page,
    readonly workbench: Workbench,
    readonly opened: Closing,
  ) {}

  /**
   * Opens VS Code on a new folder that `fill` puts files into, in `language` if one is given; where that fails,
   * nothing of it stays.
   */
  static async open(
    installed: Installed,
    name: string,
    fill: (folder: string) => Promise<void>,
    language?: string,
  ): Promise<Session> {
    const opened = new Closing();
    try {
      const folder = await realpath(await mkdtemp(join(tmpdir(), `distillation-evidence-${name}-`)));
      opened.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
      await fill(folder);
      const { build, extensionsDir } = installed;
      const server = await startServer(build, { extensionsDir, ...(language !== undefined && { language }) });
      opened.push(() => server.stop());
      const browser = await launchChromium();
      opened.push(() => browser.close());
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(20_000);
      const workbench = new Workbench(page);
      await page.goto(workbenchAddress(server, { folder }));
      await workbench.ready();
      return new Session(name, folder, page, workbench, opened);
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Leaves a picture of the page in test-results/e2e. */
  async picture(what: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    const number = String(++this.#pictures).padStart(2, '0');
    await this.page.screenshot({ path: join(PICTURES, `${this.name}-${number}-${what}.png`) });
  }

  /** Ends it all, and removes the folder. */
  async close(): Promise<void> {
    this.opened.push(() => this.picture('end'));
    await this.opened.close();
  }
}
