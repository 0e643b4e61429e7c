#!/usr/bin/env node
// @ts-check
// Stands in for desktop VS Code in a run of extension tests: takes its arguments, runs them in VS Code's server build
// with a Chromium before it, and exits with the code of the tests.
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { launchChromium } from '../chromium.mjs';
import { readArguments } from './arguments.mjs';
import { installVSCode } from './install.mjs';
import { MARK } from './mark.mjs';
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
  const server = await startServer(build, { trust: launch.trust, driver: true });
  try {
    const browser = await launchChromium();
    try {
      return await runIn(await browser.newPage(), server, launch);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {Launch} launch
 */
async function runIn(page, server, launch) {
  const said = /** @type {string[]} */ ([]);
  const { reported, code: ended } = await listen(page, said);
  await page.goto(workbenchAddress(server, launch), { timeout: launch.seconds * 1000 });
  const code = await Promise.race([ended, sleep(launch.seconds * 1000, undefined, { ref: false })]);
  if (code === 0) return code;
  const log = [
    ...last(said),
    '',
    "The extension host's log:",
    ...last((await server.log()).split('\n')),
  ].join('\n');
  if (code === undefined) throw new Error(`The tests did not end within ${launch.seconds} seconds.\n${log}`);
  // Where tests have reported what failed, VS Code's own chatter would only hide it.
  if (!reported()) console.error(log);
  return code;
}

/**
 * The workbench hands over its own and the extension host's console, and the code of the tests, through two functions.
 * Lines of a test report are printed as they come, the others are kept in `said`.
 * @param {import('playwright-core').Page} page
 * @param {string[]} said
 */
async function listen(page, said) {
  const exits = new EventEmitter();
  const code = once(exits, 'code').then(([value]) => Number(value));
  page.on('crash', () => {
    said.push('The page of the workbench crashed.');
    exits.emit('code', 1);
  });
  let marked = false;
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ value) => exits.emit('code', value));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      if (line.startsWith(MARK)) {
        marked = true;
        console.log(line);
      } else {
        said.push(line);
      }
    },
  );
  return { code, reported: () => marked };
}

/** @param {string[]} lines */
function last(lines) {
  return lines.slice(-60);
}

try {
  process.exitCode = await runTests(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
