import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installPackage, type Installed } from './parts/installed.js';
import { compareFindings, writeFindings } from './parts/manyFindings.js';
import { recordedVerdicts } from './parts/recorded.js';
import { Session } from './parts/session.js';

const PATIENT = { timeout: 20_000 };
const ROWS = '.list [role=option]';
const FINDINGS = 14;
const THEMES = [
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
  'Default Dark Modern',
];

let installed: Installed;
let session: Session;
let panel: Frame;

let broken = false;
beforeEach(({ onTestFailed }) => {
  if (broken) throw new Error('An earlier step of the journey failed.');
  onTestFailed(() => {
    broken = true;
  });
});

beforeAll(async () => {
  installed = await installPackage();
  session = await Session.open(installed, 'triage', (folder) => writeFindings(folder, FINDINGS));
}, 600_000);

afterAll(async () => {
  await session.close();
  await installed.remove();
});

const progress = () => panel.locator('.review-progress').innerText();
const status = () => session.page.locator('.statusbar-item', { hasText: 'judged' }).innerText();
const cursor = () => panel.locator('.row[data-cursor]').getAttribute('data-index');
const judged = (count: number) => `${count} of ${FINDINGS} judged`;
const press = (key: string) => session.page.keyboard.press(key);

const recorded = () => recordedVerdicts(session.folder);

describe('Triage, by keyboard', () => {
  it('begins with the list focused and nothing judged', async () => {
    await compareFindings(session.workbench);
    panel = await session.workbench.frame(ROWS);
    await expect.poll(progress, PATIENT).toBe(judged(0));
    await expect.poll(() => panel.evaluate(() => document.activeElement?.className), PATIENT).toBe('list');
    expect(await status()).toContain(judged(0));
  });

  it('judges ten findings with ten keys, each on the disk', async () => {
    const keys = ['c', 'c', 'd', 'c', 'u', 'c', 'd', 'd', 'c', 'c'];
    for (const [at, key] of keys.entries()) {
      await press(key);
      await expect.poll(cursor, PATIENT).toBe(String(at + 1));
    }
    await expect.poll(progress, PATIENT).toBe(judged(10));
    await expect.poll(status, PATIENT).toContain(judged(10));
    const words: Record<string, string> = { c: 'confirmed', d: 'dismissed', u: 'unsure' };
    expect(await recorded()).toEqual(keys.map((key) => words[key]));
    await session.picture('ten');
  });

  it('takes a note, and one verdict back', async () => {
    await press('z');
    await expect.poll(progress, PATIENT).toBe(judged(9));
    expect(await cursor()).toBe('9');
    await press('e');
    await panel.locator('.note-editor textarea').waitFor();
    await session.page.keyboard.type('c is a letter here');
    await session.picture('note');
    await press('Control+Enter');
    await panel.locator('.note-text').getByText('c is a letter here').waitFor();
    expect(await progress()).toBe(judged(9));
  });

  it('judges many together by the keybindings of VS Code, and takes that back as one step', async () => {
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await panel.locator('.list-status').getByText('3 selected').waitFor();
    await press('Alt+d');
    await expect.poll(progress, PATIENT).toBe(judged(12));
    await session.picture('many');
    await press('Control+z');
    await expect.poll(progress, PATIENT).toBe(judged(9));
    expect((await recorded()).slice(-6)).toEqual([
      'dismissed',
      'dismissed',
      'dismissed',
      'cleared',
      'cleared',
      'cleared',
    ]);
  });

  it('filters by verdict without moving what was judged', async () => {
    await panel.locator('[data-filter=open]').click();
    await panel.locator('.list-status').getByText('5 findings').waitFor();
    await panel.locator('.list').focus();
    await press('c');
    await panel.locator('.still-shown').getByText('1 judged item still shown').waitFor();
    await session.picture('filtered');
    await press('r');
    await panel.locator('.list-status').getByText('4 findings').waitFor();
  });

  it('goes on after a reload of the window', async () => {
    const { workbench } = session;
    await workbench.reload(['distillationEvidence.findings', 'verdicts:[open]']);
    panel = await workbench.frame(ROWS);
    await panel.locator('.list-status').getByText('4 findings').waitFor();
    await expect.poll(progress, PATIENT).toBe(judged(10));
    await panel.locator('[data-filter=open]').click();
    await panel.locator('.list-status').getByText(`${FINDINGS} findings`).waitFor();
    await panel.locator('.list').focus();
    await press('d');
    await expect.poll(progress, PATIENT).toBe(judged(11));
    await expect.poll(status, PATIENT).toContain(judged(11));
  });

  it('looks right in every kind of theme, and narrow', async () => {
    const settings = join(session.folder, '.vscode');
    await mkdir(settings, { recursive: true });
    for (const theme of THEMES) {
      await writeFile(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      const kind = theme.includes('Contrast') ? 'high-contrast' : theme.includes('Light') ? 'light' : 'dark';
      const body = `body.vscode-${kind}${theme.includes('Contrast Light') ? '-light' : ''}`;
      await panel.locator(body).waitFor();
      await session.picture(theme.replaceAll(' ', '-'));
    }
    await session.page.setViewportSize({ width: 900, height: 900 });
    await session.picture('narrow');
    expect(
      await panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
});
