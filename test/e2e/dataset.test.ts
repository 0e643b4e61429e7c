import { createWriteStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { Session } from './parts/session.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 30_000 };
const CURRENT = '.grid-row[aria-selected=true]:not(.loading)';
const LARGE = 'forum-mix.jsonl';
const RECORDS = 60_000;
const NEEDLE = 'the ferry that never came';

/** A Parquet file, and 66 MB of JSON Lines: more than VS Code hands to extensions. */
async function writeFiles(folder: string): Promise<void> {
  await copyFile(join(root, 'test/io/dataset/fixtures/rows.parquet'), join(folder, 'rows.parquet'));
  const file = createWriteStream(join(folder, LARGE));
  const filler = 'Harbours keep their own time, and so do those who wait in them. '.repeat(16);
  for (let i = 0; i < RECORDS; i++) {
    const response = `Answer ${i}. ${filler}${i === RECORDS - 100 ? NEEDLE : ''}`;
    file.write(`${JSON.stringify({ prompt: `Question ${i}?`, response })}\n`);
  }
  file.end();
  await finished(file);
}

let session: Session;

withSession('dataset', writeFiles, (opened) => (session = opened));

const current = (table: Frame) => table.locator(CURRENT).innerText();

describe('A dataset as a table', () => {
  it('opens a file of any size, and goes to its last record', async () => {
    const { page, workbench } = session;
    await workbench.chooseInExplorer(LARGE, 'Open as Table');
    const table = await workbench.frame(CURRENT);
    await expect.poll(() => current(table), PATIENT).toContain('Question 0?');
    await session.picture('large');
    await table.locator('.grid').focus();
    await page.keyboard.press('End');
    await expect.poll(() => current(table), PATIENT).toContain(`Question ${RECORDS - 1}?`);
    expect(await table.locator('.status-records').innerText()).toBe('60,000 records');
    await expect.poll(() => table.locator('.record h2').innerText(), PATIENT).toBe('Record 59,999');
    await session.picture('last');
  });

  it('finds a text in it', async () => {
    const { page, workbench } = session;
    const table = await workbench.frame(CURRENT);
    await page.keyboard.press('Control+F');
    await page.keyboard.type(NEEDLE.toUpperCase());
    await page.keyboard.press('Enter');
    await expect.poll(() => table.locator('.search-status').innerText(), PATIENT).toBe('1 of 1');
    await expect.poll(() => table.locator(`${CURRENT} .hit`).innerText(), PATIENT).toBe(NEEDLE);
    expect(await current(table)).toContain(`Question ${RECORDS - 100}?`);
    await session.picture('found');
  });

  it('goes to a record by its number, with VS Code’s own key', async () => {
    const { page, workbench } = session;
    const table = await workbench.frame(CURRENT);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill('12,345');
    await session.picture('go-to');
    await page.keyboard.press('Enter');
    await expect.poll(() => current(table), PATIENT).toContain('Question 12345?');
  });

  it('is at the same record after a reload', async () => {
    const { workbench } = session;
    await workbench.reload(['distillationEvidence.datasetTable', 'record:12345']);
    const table = await workbench.frame(CURRENT);
    await expect.poll(() => current(table), PATIENT).toContain('Question 12345?');
    await session.picture('reloaded');
  });

  it('opens a Parquet file from the explorer', async () => {
    const { workbench } = session;
    await workbench.explorerRow('rows.parquet').dblclick();
    await workbench.tab('rows.parquet').waitFor();
    const table = await workbench.frame('.grid[aria-label="Records of rows.parquet"]');
    await expect.poll(() => table.locator('.status-records').innerText(), PATIENT).toBe('25 records');
    await table.locator('.grid-row').nth(1).getByText('Question number').waitFor();
    await table.locator('.field').first().waitFor();
    await session.picture('parquet');
  });
});
