import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { root } from '../../../scripts/root.mjs';
import { startServer, type Server } from '../../../scripts/vscode/server.mjs';
import { workbenchAddress } from '../../../scripts/vscode/workbench.mjs';
import type { Installed } from './installed.js';
import { Workbench } from './workbench.js';

const PICTURES = join(root, 'test-results', 'e2e');

/** One user with one folder open: a server, a browser, a page. */
export class Session {
  #pictures = 0;

  private constructor(
    readonly name: string,
    readonly folder: string,
    readonly server: Server,
    readonly browser: Browser,
    readonly page: Page,
    readonly workbench: Workbench,
  ) {}

  /** Opens VS Code on a new folder that `fill` puts files into. */
  static async open(
    installed: Installed,
    name: string,
    fill: (folder: string) => Promise<void>,
  ): Promise<Session> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), `distillation-evidence-${name}-`)));
    try {
      await fill(folder);
      const { build, extensionsDir } = installed;
      const server = await startServer(build, { extensionsDir });
      const browser = await launchChromium();
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(20_000);
      const workbench = new Workbench(page);
      await page.goto(workbenchAddress(server, { folder }));
      await workbench.ready();
      return new Session(name, folder, server, browser, page, workbench);
    } catch (error) {
      await remove(folder);
      throw error;
    }
  }

  /** Leaves a picture of the page in test-results/e2e. */
  async picture(what: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    const number = String(++this.#pictures).padStart(2, '0');
    await this.page.screenshot({ path: join(PICTURES, `${this.name}-${number}-${what}.png`) });
  }

  /** Ends it all; the folder is removed also where something before that fails. */
  async close(): Promise<void> {
    try {
      await this.picture('end');
      await this.browser.close();
      await this.server.stop();
    } finally {
      await remove(this.folder);
    }
  }
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
