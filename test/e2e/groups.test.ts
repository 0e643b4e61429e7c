import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../host/support/texts.js';
import { FindingsPanel } from './parts/findingsPanel.js';
import { recordedLines } from './parts/recorded.js';
import type { Session } from './parts/session.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 20_000 };
const SHARED = words(99, 30);

/** Five copies of five originals, of which three share a passage with each other. */
async function writeGroups(folder: string): Promise<void> {
  const texts = [1, 2, 3, 4, 5].map((seed) => (seed <= 3 ? `${SHARED} ${words(seed, 24)}` : words(seed, 60)));
  const lines = (ask: string) =>
    texts.map((output, at) => `${JSON.stringify({ instruction: `${ask} ${at}`, output })}\n`).join('');
  await mkdir(join(folder, 'originals'));
  await writeFile(join(folder, 'originals', 'answers.jsonl'), lines('ask'));
  await writeFile(join(folder, 'suspect.jsonl'), lines('tell'));
}

let session: Session;
let panel: FindingsPanel;

withSession('groups', writeGroups, (opened) => (session = opened));

describe('Groups of findings', () => {
  it('put what shares a passage under one heading', async () => {
    panel = await FindingsPanel.compared(session);
    await panel.frame.locator('vscode-dropdown[aria-label="Group by"]').click();
    await panel.frame.getByRole('option', { name: 'By shared passage' }).click();
    await expect.poll(panel.status, PATIENT).toBe('5 findings in 2 groups');
    const heading = panel.frame.locator('.row.heading').first();
    await expect.poll(() => heading.locator('.heading-count').innerText(), PATIENT).toBe('3');
    await heading.locator('.heading-kind').first().waitFor();
    await panel.frame.locator('.row.heading', { hasText: 'Passages that occur once' }).waitFor();
    await session.picture('grouped');
  });

  it('are judged with one key, in one step that is taken back with one', async () => {
    await panel.frame.locator('.list').focus();
    await session.press('Home');
    await session.press('c');
    await expect.poll(panel.progress, PATIENT).toBe('3 of 5 judged');
    await panel.frame.locator('.row.heading').getByText('3 judged').waitFor();
    await session.picture('judged');
    const lines = await recordedLines(session.folder);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(new Set(lines.map(({ time }) => time)).size).toBe(1);
    await session.press('z');
    await expect.poll(panel.progress, PATIENT).toBe('0 of 5 judged');
  });
});

describe('Records of the table', () => {
  it('are judged together by the keybindings of VS Code, and that is taken back as one step', async () => {
    const { workbench } = session;
    await workbench.chooseInExplorer('suspect.jsonl', 'Open as Table');
    const table = await workbench.frame('.grid-row[data-cursor]:not(.loading)');
    await table.locator('.grid').focus();
    await session.press('Control+a');
    const selected = table.locator('.status-selected');
    await expect.poll(() => selected.innerText(), PATIENT).toBe('5 records selected with 5 findings');
    await session.press('Alt+d');
    const said = table.locator('.status-said');
    await expect.poll(() => said.innerText(), PATIENT).toContain('5 findings dismissed, in 5 of 5 records.');
    await session.picture('table');
    const lines = (await recordedLines(session.folder)).slice(-5);
    expect(lines.map(({ verdict }) => verdict)).toEqual(Array<string>(5).fill('dismissed'));
    expect(new Set(lines.map(({ time }) => time)).size).toBe(1);
    await session.press('Control+z');
    await expect.poll(() => said.innerText(), PATIENT).toBe('Undone for 5 findings.');
  });
});
