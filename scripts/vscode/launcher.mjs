#!/usr/bin/env node
// @ts-check
// Stands in for desktop VS Code in a run of extension tests: takes its arguments, runs them in VS Code's server build
// with a Chromium before it, and exits with the code of the tests.
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../chromium.mjs';
import { readArguments } from './arguments.mjs';
import { installVSCode } from './install.mjs';
import { startServer } from './server.mjs';
import { workbenchAddress } from './workbench.mjs';

/** @typedef {import('./arguments.mjs').Launch} Launch */

/**
 * Runs extension tests to their end.
 * @param {Launch} launch
 * @returns {Promise<number>} the exit code of the tests
 * @throws {Error} with the extension host's log when they do not end within the time limit
 */
async function runTests(launch) {
  const build = await installVSCode(launch.version);
  const server = await startServer(build, { trust: launch.trust });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    const ended = exitCode(page);
    await page.goto(workbenchAddress(server, launch), { timeout: launch.seconds * 1000 });
    const code = await Promise.race([ended, sleep(launch.seconds * 1000, undefined, { ref: false })]);
    if (code !== undefined) return code;
    const tail = [...(await server.log()).split('\n'), '', 'The workbench said:', ...said]
      .slice(-80)
      .join('\n');
    throw new Error(
      `The tests did not end within ${launch.seconds} seconds. The extension host's log:\n${tail}`,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * The workbench hands over the extension host's console and the code of the tests through two functions.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function exitCode(page) {
  return new Promise((resolve, reject) => {
    const print = (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      (type === 'error' || type === 'warn' ? console.error : console.log)(...args);
    };
    Promise.all([
      page.exposeFunction('codeAutomationLog', print),
      page.exposeFunction('codeAutomationExit', resolve),
    ]).catch(reject);
    page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
  });
}

try {
  process.exitCode = await runTests(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
