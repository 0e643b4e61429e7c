// @ts-check
// The panel on a run of 100,000 findings: first paint, keys, memory, long texts.
// Usage: npm run build && node bench/panel.mjs [findings] [key presses]
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from '../scripts/chromium.mjs';
import { figure, median, table } from './figures.mjs';
import { EngineThread } from './panel/engineThread.mjs';
import { LONG_PAIRS, panelCase } from './panel/panelCase.mjs';
import { connectPanel, servePanel } from './panel/panelPage.mjs';

const findings = Number(process.argv[2] ?? 100_000);
const presses = Number(process.argv[3] ?? 300);
const dir = await panelCase(path.join(import.meta.dirname, '.data', `panel-${findings}`), findings);
/** Pages that are opened in each state. */
const PAINTS = 5;
const browser = await launchChromium();
const server = await servePanel();
let engine = new EngineThread();
/** @type {string[][]} */
const rows = [];
try {
  // As an older version left it; from then on its table is there, as beside a run that was just made.
  await rm(path.join(dir, 'findings.bin'), { force: true });
  const older = await firstPaint(true);
  rows.push(['first paint, a run without its table', `${figure(older)} ms`, '']);
  for (const { state, anew } of [
    { state: 'the run still to be opened', anew: true },
    { state: 'the run open', anew: false },
  ]) {
    /** @type {number[]} */
    const paints = [];
    while (paints.length < PAINTS) paints.push(await firstPaint(anew));
    rows.push([
      `first paint, ${state}, median of ${PAINTS} (most)`,
      `${figure(median(paints))} ms (${figure(Math.max(...paints))})`,
      '≤ 1,000 ms',
    ]);
  }
  const { page } = await open();
  await measureLong(page);
  await measureWalk(page);
  await page.close();
} finally {
  await engine.stop();
  await browser.close();
  server.close();
}
console.log(`${figure(findings)} findings, ${presses} key presses\n`);
console.log(table(['', 'measured', 'goal'], rows));

/**
 * Milliseconds until the first rows and their pair stand.
 * @param {boolean} anew whether the engine has just started, and opens the run first
 */
async function firstPaint(anew) {
  if (anew) {
    await engine.stop();
    engine = new EngineThread();
  }
  const { page, paint } = await open();
  await page.close();
  return paint;
}

/** A page with its first rows and pair, and the milliseconds that they took. */
async function open() {
  const page = await browser.newPage({ viewport: { width: 1240, height: 800 } });
  await connectPanel(page, engine, dir);
  await page.goto(server.url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    () =>
      document.querySelector('.row:not(.loading)') &&
      document.querySelector('.pair-text') &&
      performance.now(),
    undefined,
    { timeout: 120_000 },
  );
  return { page, paint: Number(await handle.jsonValue()) };
}

/** @param {import('playwright-core').Page} page */
async function measureLong(page) {
  await page.waitForTimeout(2000);
  /** @type {number[]} */
  const firsts = [];
  /** @type {number[]} */
  const finer = [];
  for (let at = 1; at < LONG_PAIRS; at++) {
    firsts.push(await press(page, 'j'));
    const started = Date.now();
    await page.waitForFunction(() => !document.querySelector('.scores')?.textContent.includes('…'));
    finer.push(Date.now() - started);
  }
  rows.push([
    'two texts of 40,000 characters, key to first screen',
    `${figure(Math.max(...firsts))} ms`,
    '≤ 300 ms',
  ]);
  rows.push(['… and to their finer differences', `${figure(Math.max(...finer))} ms more`, '']);
}

/** @param {import('playwright-core').Page} page */
async function measureWalk(page) {
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  for (let at = 0; at < 10; at++) await press(page, 'j');
  const before = await heap();
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const heaps = [];
  for (let at = 0; at < presses; at++) {
    times.push(await press(page, 'j'));
    if ((at + 1) % Math.ceil(presses / 4) === 0) heaps.push(await heap());
  }
  times.sort((a, b) => a - b);
  const at95 = times[Math.floor(times.length * 0.95)] ?? NaN;
  rows.push(['key to the next diff, median', `${figure(median(times))} ms`, '']);
  rows.push(['key to the next diff, 95 %', `${figure(at95)} ms`, '≤ 100 ms']);
  rows.push(['heap of the webview before the walk', `${figure(before)} MB`, '']);
  rows.push(['… after each quarter of it', `${heaps.map(figure).join(', ')} MB`, 'flat']);
}

/**
 * Milliseconds from a key to the frame in which the next pair stands.
 * @param {import('playwright-core').Page} page
 * @param {string} key
 */
async function press(page, key) {
  return page.evaluate(async (name) => {
    const list = document.querySelector('.list');
    const before = document.querySelector('.pair-text');
    const started = performance.now();
    list?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    while (document.querySelector('.pair-text') === before)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - started;
  }, key);
}
