// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, exists, withLock } from '../cache.mjs';
import { canInstallPackages, installPackages } from '../debian.mjs';
import { npm } from '../npm.mjs';

/**
 * Both ends of the VS Code versions that the extension supports, as server builds: the npm package code-server
 * carries VS Code's own server, and node-<platform>-<arch> the Node that it needs, with its headers.
 * @type {Record<Version, { vscode: string, codeServer: string, node: string, native: string[] }>}
 */
const PINS = {
  1.99: {
    vscode: '1.99.3',
    codeServer: '4.99.4',
    node: '20.20.2',
    native: ['@vscode/spdlog', 'native-watchdog'],
  },
  1.139: {
    vscode: '1.139.1',
    codeServer: '4.139.1',
    node: '24.21.0',
    native: ['@vscode/spdlog', '@vscode/native-watchdog'],
  },
};

/** @typedef {'1.99' | '1.139'} Version */
/** @typedef {{ version: Version, vscode: string, node: string, main: string }} Build where its Node and its entry are */

/** @type {Version} */
export const OLDEST = '1.99';
/** @type {Version} */
export const NEWEST = '1.139';

/**
 * Whether `text` names a version that can be installed.
 * @param {string} text
 * @returns {text is Version}
 */
export function isVersion(text) {
  return Object.hasOwn(PINS, text);
}

/**
 * VS Code's server build, from the cache or installed into it (about a minute, 800 MB).
 * @param {Version} version
 * @returns {Promise<Build>}
 * @throws {Error} when the npm registry does not answer or a compiler is missing
 */
export async function installVSCode(version) {
  const { vscode } = PINS[version];
  const folder = join(cacheFolder(), `vscode-${vscode}`);
  if (await exists(folder)) return build(version, folder);
  return withLock(`vscode-${vscode}`, async () => {
    if (!(await exists(folder))) await installInto(version, folder);
    return build(version, folder);
  });
}

/**
 * Everything happens in a folder with a temporary name, so that a folder with the final name is complete.
 * @param {Version} version
 * @param {string} folder
 */
async function installInto(version, folder) {
  const pins = PINS[version];
  const half = `${folder}.half`;
  await requireCompiler();
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await writeFile(join(half, 'package.json'), '{ "private": true }\n');

  console.log(`VS Code ${pins.vscode} (server build) goes to ${folder}`);
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  const nodePackage = join(half, 'node_modules', nodePackageName());
  const server = join(half, 'node_modules', 'code-server', 'lib', 'vscode');
  console.log('  1 of 3: the server and its Node');
  await npm(
    [
      'install',
      '--ignore-scripts',
      ...quietly,
      `code-server@${pins.codeServer}`,
      `${nodePackageName()}@${pins.node}`,
    ],
    { cwd: half, quiet: true },
  );
  console.log("  2 of 3: the server's libraries");
  await npm(['install', '--omit=dev', '--ignore-scripts', ...quietly], { cwd: server, quiet: true });
  console.log('  3 of 3: the two native modules that it does not start without');
  await npm(['rebuild', ...quietly, ...pins.native], {
    cwd: server,
    quiet: true,
    // The headers come with the package, so that nothing is downloaded from nodejs.org.
    env: { ...process.env, npm_config_nodedir: nodePackage },
  });
  const { node } = build(version, half);
  const loads = pins.native.map((name) => `require(${JSON.stringify(name)})`).join(';');
  const tried = spawnSync(node, ['-e', loads], { cwd: server, encoding: 'utf8' });
  if (tried.status !== 0)
    throw new Error(`VS Code ${pins.vscode} does not load its native modules:\n${tried.stderr}`);
  await rename(half, folder);
}

/**
 * @param {Version} version
 * @param {string} folder
 * @returns {Build}
 */
function build(version, folder) {
  const modules = join(folder, 'node_modules');
  const node = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return {
    version,
    vscode: PINS[version].vscode,
    node: join(modules, nodePackageName(), node),
    main: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

function nodePackageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

async function requireCompiler() {
  const tools = { python3: 'python3', make: 'make', 'g++': 'g++' };
  const missing = Object.entries(tools).filter(([tool]) => spawnSync(tool, ['--version']).status !== 0);
  if (missing.length === 0 || process.platform === 'win32') return;
  const packages = missing.map(([, name]) => name);
  if (!canInstallPackages()) {
    throw new Error(`VS Code's server build needs a compiler. Install: ${packages.join(', ')}`);
  }
  await withLock('apt', () => {
    installPackages(packages);
    return Promise.resolve();
  });
}
