import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mustHaveRoom, writeLarge, type LargeFile } from './parts/largeFile.js';
import type { Session } from './parts/session.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 60_000 };
const NAME = 'crawl.jsonl';
const BYTES = 2e9;
const CURRENT = '.grid-row[aria-selected=true]:not(.loading)';

let session: Session;
let large: LargeFile;

withSession(
  'large',
  async (folder) => {
    await mustHaveRoom(BYTES);
    large = await writeLarge(join(folder, NAME), BYTES);
  },
  (opened) => (session = opened),
);

describe('A file of two gigabytes, reopened as a table', () => {
  it('shows its first records, and its last one with its text', async () => {
    const { page, workbench } = session;
    await workbench.explorerRow(NAME).dblclick();
    // The text editor shows no such file; until it has said so, it cannot be opened with another.
    await page.getByText('because it is very large').waitFor();
    await workbench.run('View: Reopen Editor With...');
    await workbench.pick('Dataset Table');
    const table = await workbench.frame(CURRENT);
    const current = table.locator(CURRENT);
    await expect
      .poll(() => current.innerText(), PATIENT)
      .toContain('Question 0: what is to be said of tides?');
    await table.locator('#record-9:not(.loading)').getByText('Question 9:').waitFor();
    await session.picture('first');
    await table.locator('.grid').focus();
    await page.keyboard.press('End');
    await expect.poll(() => current.innerText(), PATIENT).toContain(large.last);
    const number = large.records.toLocaleString('en');
    await expect.poll(() => table.locator('.status-records').innerText(), PATIENT).toBe(`${number} records`);
    await expect
      .poll(() => table.locator('.field.is-response').innerText(), PATIENT)
      .toContain('The last ferry, with its lamps out.');
    await session.picture('last');
    expect(await current.getAttribute('data-record')).toBe(String(large.records - 1));
  });
});
