/** Serves the built app under the host's policy, and opens it in Chromium. */
import { build } from 'esbuild';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { themeCss, THEMES, type ThemeName } from './themes.js';

const ROOT = join(import.meta.dirname, '../../..');
const NONCE = 'bm9uY2U';

/** What is opened: an app under a host that answers from made-up data. */
export interface AppUnderTest {
  readonly app: string;
  readonly fakeHost: string;
  readonly styles: readonly string[];
  /** Is there once the app has something to show. */
  readonly ready: string;
  /** Is there while rows are on their way. */
  readonly loading: string;
}

const PANEL: AppUnderTest = {
  app: 'src/webview/main.ts',
  fakeHost: 'test/webview/harness/fakeHost.ts',
  styles: ['panel.css'],
  ready: '.pair-text, .empty-page, .problem',
  loading: '.row.loading',
};

export interface OpenOptions {
  readonly run?: string;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly query?: string;
}

/** One browser and server for a test file. */
export class PanelPages {
  private constructor(
    readonly browser: Browser,
    readonly server: Server,
    private readonly app: AppUnderTest,
    private readonly prepare: (page: Page) => Promise<void>,
  ) {}

  /** `words` are translations; `prepare` is called with every page before the app is opened in it. */
  static async start(
    app = PANEL,
    words: Readonly<Record<string, string>> = {},
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<PanelPages> {
    const files = new Map([
      ['/webview.js', ['text/javascript', await bundle(app.app)]],
      ['/fakeHost.js', ['text/javascript', await bundle(app.fakeHost)]],
      ['/app.css', ['text/css', (await Promise.all(app.styles.map(style))).join('\n')]],
      ...Object.keys(THEMES).map(
        (name) => [`/${name}.css`, ['text/css', themeCss(name as ThemeName)]] as [string, [string, string]],
      ),
    ] as [string, [string, string]][]);
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const file = files.get(url.pathname);
      if (file) response.setHeader('content-type', `${file[0]}; charset=utf-8`).end(file[1]);
      else if (url.pathname === '/') sendShell(url, words, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new PanelPages(await launchChromium(), server, app, prepare);
  }

  /** A page with the app open on a made-up run, its first pair shown. */
  async open(options: OpenOptions = {}): Promise<Page> {
    const { width = 1240, height = 800 } = options;
    const page = await this.browser.newPage({ viewport: { width, height } });
    await this.prepare(page);
    await page.goto(this.address(options));
    await page.waitForSelector(this.app.ready);
    await page.waitForFunction((loading) => document.querySelector(loading) === null, this.app.loading);
    return page;
  }

  /** The address of the app on a made-up run. */
  address({ run = 'few', theme = 'dark', query = '' }: OpenOptions): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/?run=${run}&theme=${theme}${query}`;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.server.closeAllConnections();
    this.server.close();
  }
}

/**
 * What the page's policy forbade, and whether anything ran. One refusal is known: on loading, the toolkit's
 * foundation tries out `:focus-visible` in an empty style element, and does without it when refused.
 */
export async function complaints(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...window.violations.filter((text, i) => i > 0 || !text.startsWith('style-src-elem inline')),
    ...(window.executed ? ['a script of the dataset ran'] : []),
  ]);
}

/** What the page asked of this name, call after call. */
export async function callsOf(page: Page, method: string): Promise<unknown[]> {
  return page.evaluate(
    (name) => window.calls.filter((call) => call.method === name).map((call) => call.argument),
    method,
  );
}

/** Saves a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, 'test-results/pictures');
  await mkdir(folder, { recursive: true });
  // Hiding the caret would put a style element into the page, which its policy forbids.
  await page.screenshot({ caret: 'initial', path: join(folder, `${name}.png`) });
}

function sendShell(url: URL, words: Readonly<Record<string, string>>, response: ServerResponse): void {
  const l10n = JSON.stringify(words).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const theme = THEMES[(url.searchParams.get('theme') ?? 'dark') as ThemeName];
  const name = Object.keys(THEMES).find((key) => THEMES[key as ThemeName] === theme);
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'self'; script-src 'nonce-${NONCE}'; font-src 'self'; img-src 'self'`,
  );
  response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>
<html lang="${Object.keys(words).length > 0 ? 'en-XA' : 'en'}"><head><meta charset="utf-8"><title>Review</title>
<link rel="stylesheet" href="/${name}.css"><link rel="stylesheet" href="/app.css"></head>
<body class="${theme.bodyClass}"><div id="app" data-l10n="${l10n}"></div>
<script nonce="${NONCE}" src="/fakeHost.js"></script><script nonce="${NONCE}" src="/webview.js"></script></body></html>`);
}

function style(name: string): Promise<string> {
  return readFile(join(ROOT, 'media', name), 'utf8');
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome128',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return result.outputFiles[0]!.text;
}
