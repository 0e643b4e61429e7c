// @ts-check
// `npm run pictures`: every state of the panel in four themes, and one sheet with all of them to look through.
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';

const FOLDER = join(root, 'test-results', 'pictures');
const THEMES = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

await rm(FOLDER, { recursive: true, force: true });
process.env['PICTURES'] = 'all';
const code = await runNode('node_modules/vitest/vitest.mjs', [
  ...['run', '--project', 'webview', 'test/webview/pictures.test.ts'],
]);
const sheet = join(FOLDER, 'sheet.html');
await writeFile(sheet, page(await names()));
const browser = await launchChromium();
const view = await browser.newPage({ viewport: { width: 1640, height: 1000 } });
await view.goto(pathToFileURL(sheet).href);
await view.screenshot({ path: join(FOLDER, 'sheet.png'), fullPage: true });
await browser.close();
console.log(`Pictures: ${sheet}, and as one picture ${join(FOLDER, 'sheet.png')}`);
process.exitCode = code;

/** The states that have a picture, in the order in which they were taken. */
async function names() {
  const files = await readdir(FOLDER);
  return [
    ...new Set(files.filter((name) => name.endsWith('.png')).map((name) => name.split('.')[0] ?? '')),
  ].sort();
}

/** @param {readonly string[]} states */
function page(states) {
  const cell = (/** @type {string} */ state, /** @type {string} */ theme) =>
    `<td><a href="${state}.${theme}.png"><img src="${state}.${theme}.png" alt="${state}, ${theme}"></a></td>`;
  const rows = states.map(
    (state) => `<tr><th>${state}</th>${THEMES.map((theme) => cell(state, theme)).join('')}</tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>The panel in pictures</title>
<style>body{font:13px system-ui;background:#888}img{width:370px;max-height:300px;object-fit:contain;object-position:top left}th{text-align:left;vertical-align:top}</style>
<table><tr><th></th>${THEMES.map((theme) => `<th>${theme}</th>`).join('')}</tr>${rows.join('\n')}</table>`;
}
