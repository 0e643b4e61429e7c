// @ts-check

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder absolute path of the workspace folder
 * @property {string} [extension] absolute path of an extension under development
 * @property {string} [tests] absolute path of the module whose run() the extension host calls
 */

/**
 * The address of a workbench that VS Code's server build answers with.
 * @param {import('./server.mjs').Server} server
 * @param {WorkbenchOptions} options
 */
export function workbenchAddress(server, { folder, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${server.url}/?${query.toString()}`;
}
