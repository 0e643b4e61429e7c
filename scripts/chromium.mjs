// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { cacheFolder, exists, withLock } from './cache.mjs';
import { canInstallPackages, installPackages } from './debian.mjs';

/** Keeps a browser in a closed network or a container from waiting for what it cannot have. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const DOWNLOADS = 'https://cdn.playwright.dev/';
const INSTALL_HINT =
  'No Chromium was found. Install one with `npx playwright-core install --with-deps chromium`, ' +
  "or your system's package (Debian: `apt-get install chromium`), or Google Chrome.";

/**
 * A headless Chromium: Playwright's own where it is installed or can be downloaded, else the system's,
 * else Debian's package.
 * @param {import('playwright-core').LaunchOptions} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} that says what to install when there is no browser
 */
export async function launchChromium(options = {}) {
  /** @type {string[]} */
  const refused = [];
  for (const find of [playwrightsOwn, downloaded, systems, debians]) {
    const executablePath = await find();
    if (executablePath === undefined) continue;
    try {
      return await chromium.launch({ ...options, executablePath, args: [...FLAGS, ...(options.args ?? [])] });
    } catch (error) {
      // A browser whose libraries are missing is passed over, not the end.
      refused.push(`${executablePath}: ${String(error)}`);
    }
  }
  throw new Error([INSTALL_HINT, ...refused].join('\n'));
}

function playwrightsOwn() {
  const path = chromium.executablePath();
  return Promise.resolve(existsSync(path) ? path : undefined);
}

/** Tried once per machine and Playwright version: a network without the download says so only by a time-out. */
async function downloaded() {
  const path = chromium.executablePath();
  if (process.env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD'] || existsSync(path)) return undefined;
  return withLock('chromium', async () => {
    if (existsSync(path)) return path;
    const failed = join(cacheFolder(), `no-playwright-download-${await playwrightVersion()}`);
    if (await exists(failed)) return undefined;
    if (!(await answers(DOWNLOADS)) || !downloadBrowser() || !existsSync(path)) {
      await mkdir(cacheFolder(), { recursive: true });
      await writeFile(
        failed,
        'Playwright could not download its browser here. Delete this file to try again.\n',
      );
      return undefined;
    }
    return path;
  });
}

function downloadBrowser() {
  console.log("Downloading Playwright's Chromium");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const result = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 240_000,
  });
  return result.status === 0;
}

/** Where each system keeps a Chromium or one of its kin. */
function systems() {
  const paths = {
    linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
      (name) => `/usr/bin/${name}`,
    ),
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
      const root = process.env[name];
      return root === undefined
        ? []
        : [
            join(root, 'Google\\Chrome\\Application\\chrome.exe'),
            join(root, 'Microsoft\\Edge\\Application\\msedge.exe'),
          ];
    }),
  };
  const { platform } = process;
  const known = platform === 'linux' || platform === 'darwin' || platform === 'win32' ? paths[platform] : [];
  return Promise.resolve(known.find((path) => existsSync(path)));
}

async function debians() {
  if (!canInstallPackages() || (await systems()) !== undefined) return undefined;
  return withLock('apt', async () => {
    if ((await systems()) === undefined) installPackages(['chromium']);
    return systems();
  });
}

/** @param {string} url */
async function answers(url) {
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
}

async function playwrightVersion() {
  const { default: manifest } = await import('playwright-core/package.json', { with: { type: 'json' } });
  return manifest.version;
}
