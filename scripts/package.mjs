// @ts-check
// `npm run package`: the .vsix, from a production build, with a look at what is in it.
import { createVSIX } from '@vscode/vsce';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { root } from './root.mjs';
import { listZip } from './zip.mjs';

const MOST_BYTES = 2 * 1024 * 1024;
const NEEDED = ['extension', 'worker', 'thread', 'cli', 'webview', 'dataset'].map(
  (name) => `extension/dist/${name}.js`,
);
/** The archive's own two files, what VS Code shows, and what runs. */
const ALLOWED = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/package(\.nls(\.[\w-]+)?)?\.json$/,
  /^extension\/l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/license(\.txt|\.md)?$/i,
  /^extension\/dist\/(extension|worker|thread|cli|webview|dataset)\.js$/,
  /^extension\/dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^extension\/(media|samples)\//,
];

const packagePath = join(root, `${manifest.name}-${manifest.version}.vsix`);
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const { size } = await stat(packagePath);
const names = await listZip(packagePath);
const wrong = [
  ...names.filter((name) => !ALLOWED.some((pattern) => pattern.test(name))).map((name) => `holds ${name}`),
  ...NEEDED.filter((name) => !names.includes(name)).map((name) => `lacks ${name}`),
  ...(size > MOST_BYTES ? [`has ${size} bytes, more than ${MOST_BYTES}`] : []),
];
console.log(`${packagePath}: ${names.length} files, ${Math.round(size / 1024)} KB`);
for (const what of wrong) console.error(`The package ${what}.`);
process.exitCode = wrong.length > 0 ? 1 : 0;
