import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackage, type Installed } from './parts/installed.js';
import { mustHaveRoom, writeLarge, type LargeFile } from './parts/largeFile.js';
import { Session } from './parts/session.js';

const PATIENT = { timeout: 60_000 };
const NAME = 'crawl.jsonl';
const BYTES = 2e9;
const CURRENT = '.grid-row[aria-selected=true]:not(.loading)';

let installed: Installed | undefined;
let session: Session | undefined;
let large: LargeFile;

beforeAll(async () => {
  await mustHaveRoom(BYTES);
  installed = await installPackage();
  session = await Session.open(installed, 'large', async (folder) => {
    large = await writeLarge(join(folder, NAME), BYTES);
  });
}, 600_000);

afterAll(async () => {
  await session?.close();
  await installed?.remove();
});

describe('A file of two gigabytes, reopened as a table', () => {
  it('shows its first records, and its last one with its text', async () => {
    const { page, workbench } = session!;
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
    await session!.picture('first');
    await table.locator('.grid').focus();
    await page.keyboard.press('End');
    await expect.poll(() => current.innerText(), PATIENT).toContain(large.last);
    const number = large.records.toLocaleString('en');
    await expect.poll(() => table.locator('.status-records').innerText(), PATIENT).toBe(`${number} records`);
    await expect
      .poll(() => table.locator('.field.is-response').innerText(), PATIENT)
      .toContain('The last ferry, with its lamps out.');
    await session!.picture('last');
    expect(await current.getAttribute('data-record')).toBe(String(large.records - 1));
  });
});
