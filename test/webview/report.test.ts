import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/chromium.mjs';
import { writeReport } from '../../src/engine/report/writeReport.js';
import { hostileFolder, hostileRun, judge } from '../engine/report/reportCase.js';
import { HOOKS } from '../engine/smallCase.js';
import { violations } from './harness/axe.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test.each(['light', 'dark'] as const)('the page of a report, in %s', async (colorScheme) => {
  const folder = await hostileFolder();
  const result = await hostileRun(folder);
  await judge(result, ['ada', 'ben'], { verdict: 'confirmed', note: '<b>a note</b>' });
  const out = path.join(folder, 'report.html');
  await writeReport({ dir: result.dir, format: 'html', out }, HOOKS);
  const page = await browser.newPage({ colorScheme });
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('request', (request) => heard.push(request.url()));
  const url = pathToFileURL(out).href;
  await page.goto(url);
  expect(heard).toEqual([url]);
  expect(await page.title()).toContain('compared with originals');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 23, 27)');
  for (const summary of await page.locator('summary').all()) await summary.click();
  expect(await violations(page)).toEqual([]);
  const hebrew = page.locator('.text p', { hasText: 'שלום' }).first();
  expect(await hebrew.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  expect(await page.locator('script, img, iframe').count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 800 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await page.close();
});
