// @ts-check
// `npm run l10n`: writes l10n/bundle.l10n.json, the English strings of the host and of the webviews, for translators.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringsOf } from './l10n/strings.mjs';
import { root } from './root.mjs';

const { strings, wrong } = await stringsOf(...['host', 'webview'].map((room) => join(root, 'src', room)));
for (const place of wrong) console.error(`${place}: a string for translators is no literal`);
const bundle = Object.fromEntries([...strings].sort().map((text) => [text, text]));
await mkdir(join(root, 'l10n'), { recursive: true });
await writeFile(join(root, 'l10n', 'bundle.l10n.json'), `${JSON.stringify(bundle, undefined, 2)}\n`);
console.log(
  `l10n/bundle.l10n.json: ${strings.size} strings. Translations go beside it, e.g. bundle.l10n.de.json.`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
