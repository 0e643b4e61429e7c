// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs npm, its output on the terminal unless `quiet`; a quiet npm shows its last words when it fails.
 * @param {string[]} args
 * @param {{ cwd: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 * @throws {Error} when npm exits with another code than 0
 */
export function npm(args, { cwd, quiet = false, env = process.env }) {
  const cli = process.env['npm_execpath'];
  const own = cli?.endsWith('npm-cli.js') === true;
  const [command, all] = own ? [process.execPath, [cli, ...args]] : ['npm', args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // npm is a .cmd file on Windows, which only a shell starts.
      shell: !own && process.platform === 'win32',
    });
    let said = '';
    child.stdout?.on('data', (data) => (said += String(data)));
    child.stderr?.on('data', (data) => (said += String(data)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed (exit code ${String(code)})\n${lastLines(said)}`));
    });
  });
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-30).join('\n');
}
