import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { root } from '../../../scripts/root.mjs';
import { installVSCode, NEWEST } from '../../../scripts/vscode/install.mjs';

type Build = Awaited<ReturnType<typeof installVSCode>>;

/** A VS Code with the packaged extension in it, installed as a user would. */
export interface Installed {
  readonly build: Build;
  readonly extensionsDir: string;
  readonly remove: () => Promise<void>;
}

/** Installs the .vsix that `npm run package` has left in the project's folder; throws if there is none. */
export async function installPackage(): Promise<Installed> {
  const vsix = join(root, `${manifest.name}-${manifest.version}.vsix`);
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run \`npm run package\` first.`);
  const build = await installVSCode(NEWEST);
  const folder = await mkdtemp(join(tmpdir(), 'distillation-evidence-installed-'));
  const extensionsDir = join(folder, 'extensions');
  const args = [build.main, '--accept-server-license-terms', '--install-extension', vsix];
  const places = ['--extensions-dir', extensionsDir, '--server-data-dir', join(folder, 'data')];
  const installed = spawnSync(build.node, [...args, ...places], { encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(`${installed.stdout}${installed.stderr}`);
  return { build, extensionsDir, remove: () => rm(folder, { recursive: true, force: true }) };
}
