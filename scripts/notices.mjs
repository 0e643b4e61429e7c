// @ts-check
// The licences of what is bundled, which go with every copy of it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Writes the names and licences of all packages that went into some bundles.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles of the bundles
 * @param {string} file where to
 */
export async function writeNotices(metafiles, file) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile?.inputs ?? {}));
  const names = new Set(
    inputs.flatMap(
      (input) => /.*node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)/.exec(input)?.groups?.['name'] ?? [],
    ),
  );
  const notices = await Promise.all([...names].sort().map(notice));
  await writeFile(
    file,
    `The bundles of this extension contain the following packages.\n\n${notices.join('\n\n')}\n`,
  );
}

/** @typedef {{ version: string, license?: string, author?: string | { name: string } }} Manifest */

/** @param {string} name */
async function notice(name) {
  const folder = join(root, 'node_modules', name);
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const manifest = /** @type {Manifest} */ (parsed);
  const licence = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  const text = licence
    ? await readFile(join(folder, licence), 'utf8')
    : `Licence: ${manifest.license ?? 'not stated'}. Author: ${author ?? 'not stated'}.`;
  return `── ${name} ${manifest.version} (${manifest.license ?? 'licence below'})\n\n${text.trim()}`;
}
