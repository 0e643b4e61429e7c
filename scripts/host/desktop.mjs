// @ts-check
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const UPDATE_SERVER = 'https://update.code.visualstudio.com/api/releases/stable';

/** Whether desktop VS Code can be downloaded and shown here: its update server answers, and there is a display. */
export async function desktopRuns() {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return false;
  return fetch(UPDATE_SERVER, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Desktop VS Code, downloaded once per version below `.vscode-test`.
 * @param {import('../vscode/install.mjs').Version} version
 * @returns {Promise<string>} its executable
 */
export function downloadDesktop(version) {
  // The newest desktop is whatever users have today, the oldest is the one that package.json promises.
  return downloadAndUnzipVSCode(version === '1.99' ? '1.99.3' : 'stable');
}
