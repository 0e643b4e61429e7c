// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../chromium.mjs';
import { installVSCode, NEWEST } from '../vscode/install.mjs';
import { startServer } from '../vscode/server.mjs';
import { installExtension } from './demo.mjs';

/**
 * Opens the demo in VS Code's server build: in a window of Chromium where there is a display, else at an address.
 * Resolves when the window is closed, or without a window when npm has ended; Ctrl+C ends either.
 * @param {import('./demo.mjs').Demo} demo
 */
export async function openInServer({ folder, env }) {
  const build = await installVSCode(NEWEST);
  const server = await startServer(build, { folder, env, install: installExtension });
  console.log(`\nVS Code is at ${server.url}/\nCtrl+C stops it.\n`);
  if (hasDisplay()) {
    const browser = await launchChromium({ headless: false });
    const page = await browser.newPage({ viewport: null });
    await page.goto(server.url);
    await page.waitForEvent('close', { timeout: 0 });
    await browser.close();
    await server.stop();
  } else {
    await orphaned();
    await server.stop();
  }
}

/** Resolves when the parent is gone: an npm that is ended by another program does not end what it runs. */
async function orphaned() {
  const parent = process.ppid;
  while (process.ppid === parent) await sleep(1000);
}

function hasDisplay() {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  return process.platform !== 'linux' || display !== '';
}
