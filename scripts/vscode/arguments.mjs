// @ts-check
import { resolve } from 'node:path';
import { isVersion, NEWEST } from './install.mjs';

/**
 * @typedef {object} Launch
 * @property {import('./install.mjs').Version} version
 * @property {string} extension
 * @property {string} tests
 * @property {string} folder
 * @property {boolean} trust
 * @property {number} seconds how long the tests may take, from the start of the workbench
 */

/**
 * Reads desktop VS Code's own arguments for a run of extension tests, and two of the launcher's: `--vscode=<version>`
 * and `--time-limit=<seconds>`. Others of VS Code's have no meaning for a server and are passed over.
 * @param {string[]} args
 * @returns {Launch}
 * @throws {Error} when the extension, its tests or the folder are missing, or the version is none of ours
 */
export function readArguments(args) {
  const value = (/** @type {string} */ name) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const version = value('vscode') ?? NEWEST;
  if (!isVersion(version)) throw new Error(`There is no VS Code ${version} here.`);
  const seconds = Number(value('time-limit') ?? 240);
  if (!(seconds > 0)) throw new Error('--time-limit is a number of seconds above 0.');
  const path = (/** @type {string | undefined} */ text, /** @type {string} */ what) => {
    if (text === undefined) throw new Error(`${what} is missing.`);
    return resolve(text);
  };
  return {
    version,
    extension: path(value('extensionDevelopmentPath'), '--extensionDevelopmentPath=<folder>'),
    tests: path(value('extensionTestsPath'), '--extensionTestsPath=<module>'),
    folder: path(
      args.find((arg) => !arg.startsWith('--')),
      'The folder to open',
    ),
    trust: !args.includes('--disable-workspace-trust'),
    seconds,
  };
}
