// @ts-check
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGroup, stopGroup } from '../processes.mjs';
import { registerLanguage } from './language.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {boolean} [trust] ask whether a folder is trusted, as a user's VS Code does; else all are
 * @property {string} [extensionsDir] installed extensions; else a folder of its own
 * @property {(extensionsDir: string) => Promise<void>} [install] puts extensions into that folder before the start
 * @property {boolean} [driver] honour the `payload` of an address, which a release build ignores
 * @property {string} [folder] what the plain address opens
 * @property {NodeJS.ProcessEnv} [env] added to the environment, which the extension host inherits
 * @property {Record<string, unknown>} [settings] user settings, over the quiet ones
 * @property {string} [language] the display language, in which only extensions have words
 */

/**
 * @typedef {object} Server
 * @property {string} url `http://127.0.0.1:<port>`
 * @property {string} authority `127.0.0.1:<port>`
 * @property {() => Promise<string>} log what the server and its extension hosts have written so far
 * @property {() => Promise<void>} stop ends the server and its extension hosts, and removes what they wrote
 */

const QUIET = {
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
};

/**
 * Starts VS Code's server build on a free port, with a data folder of its own.
 * @param {import('./install.mjs').Build} build
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 * @throws {Error} with the server's output when it ends or does not answer within a minute
 */
export async function startServer(build, options = {}) {
  const data = await mkdtemp(join(tmpdir(), 'distillation-evidence-vscode-'));
  await writeSettings(data, { ...QUIET, ...options.settings });
  const { extensionsDir = join(data, 'extensions'), language } = options;
  if (language !== undefined) await registerLanguage(data, language);
  await options.install?.(extensionsDir);
  const args = [
    ...[build.main, '--without-connection-token', '--accept-server-license-terms'],
    ...(options.driver === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.folder === undefined ? [] : ['--default-folder', options.folder]),
    ...(language === undefined ? [] : ['--locale', language]),
    ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data],
    ...['--extensions-dir', extensionsDir],
    ...['--telemetry-level', 'off', ...(options.trust === true ? [] : ['--disable-workspace-trust'])],
  ];
  const child = startGroup(build.node, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));

  const log = async () => `${output}\n${await extensionHostLogs(data)}`;
  // Also when this process is interrupted nothing is left behind.
  const clean = () => rmSync(data, { recursive: true, force: true });
  process.once('exit', clean);
  const stop = async () => {
    await stopGroup(child);
    process.removeListener('exit', clean);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    // With port 0 the system picks a free one, and the server says which.
    const port = /127\.0\.0\.1:(?<port>[1-9]\d*)/.exec(output)?.groups?.['port'];
    if (port !== undefined && (await answers(`http://127.0.0.1:${port}/`))) {
      return { url: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}`, log, stop };
    }
    await sleep(200);
  }
  await stop();
  throw new Error(`VS Code ${build.vscode} did not start:\n${output}`);
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
async function writeSettings(data, settings) {
  for (const folder of ['User', 'Machine']) {
    await mkdir(join(data, 'data', folder), { recursive: true });
    await writeFile(join(data, 'data', folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

/** @param {string} data */
async function extensionHostLogs(data) {
  const logs = join(data, 'data', 'logs');
  const files = await readdir(logs, { recursive: true }).catch(() => []);
  const wanted = files.filter((file) => file.endsWith('remoteexthost.log'));
  const texts = wanted.map(async (file) => `${file}\n${await readFile(join(logs, file), 'utf8')}`);
  return (await Promise.all(texts)).join('\n');
}

/** @param {string} url */
async function answers(url) {
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
}
