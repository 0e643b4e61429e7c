import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FindingsPanel } from './parts/findingsPanel.js';
import { stepByStep } from './parts/journey.js';
import { writeFindings } from './parts/manyFindings.js';
import { recordedVerdicts } from './parts/recorded.js';
import type { Session } from './parts/session.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 20_000 };
const FINDINGS = 14;
const THEMES = [
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
  'Default Dark Modern',
];

let session: Session;
let panel: FindingsPanel;

stepByStep();

withSession(
  'triage',
  (folder) => writeFindings(folder, FINDINGS),
  (opened) => (session = opened),
);

const status = () => session.page.locator('.statusbar-item', { hasText: 'judged' }).innerText();
const cursor = () => panel.frame.locator('.row[data-cursor]').getAttribute('data-index');
const judged = (count: number) => `${count} of ${FINDINGS} judged`;

const recorded = () => recordedVerdicts(session.folder);

describe('Triage, by keyboard', () => {
  it('begins with the list focused and nothing judged', async () => {
    panel = await FindingsPanel.compared(session);
    await expect.poll(panel.progress, PATIENT).toBe(judged(0));
    await expect
      .poll(() => panel.frame.evaluate(() => document.activeElement?.className), PATIENT)
      .toBe('list');
    expect(await status()).toContain(judged(0));
  });

  it('judges ten findings with ten keys, each on the disk', async () => {
    const keys = ['c', 'c', 'd', 'c', 'u', 'c', 'd', 'd', 'c', 'c'];
    for (const [at, key] of keys.entries()) {
      await session.press(key);
      await expect.poll(cursor, PATIENT).toBe(String(at + 1));
    }
    await expect.poll(panel.progress, PATIENT).toBe(judged(10));
    await expect.poll(status, PATIENT).toContain(judged(10));
    const words: Record<string, string> = { c: 'confirmed', d: 'dismissed', u: 'unsure' };
    expect(await recorded()).toEqual(keys.map((key) => words[key]));
    await session.picture('ten');
  });

  it('takes a note, and one verdict back', async () => {
    await session.press('z');
    await expect.poll(panel.progress, PATIENT).toBe(judged(9));
    expect(await cursor()).toBe('9');
    await session.press('e');
    await panel.frame.locator('.note-editor textarea').waitFor();
    await session.page.keyboard.type('c is a letter here');
    await session.picture('note');
    await session.press('Control+Enter');
    await panel.frame.locator('.note-text').getByText('c is a letter here').waitFor();
    expect(await panel.progress()).toBe(judged(9));
  });

  it('finds words on the page, and judges nothing while they are typed', async () => {
    const find = session.page.locator('.simple-find-part.visible');
    await session.press('Control+f');
    await find.waitFor();
    await session.page.keyboard.type('cud');
    expect(await find.locator('input').inputValue()).toBe('cud');
    expect(await panel.progress()).toBe(judged(9));
    await session.picture('find');
    await session.press('Escape');
    await find.waitFor({ state: 'detached' });
    expect(await cursor()).toBe('9');
  });

  it('judges many together by the keybindings of VS Code, and takes that back as one step', async () => {
    await session.press('Shift+ArrowDown');
    await session.press('Shift+ArrowDown');
    await panel.frame.locator('.list-status').getByText('3 selected').waitFor();
    await session.press('Alt+d');
    await expect.poll(panel.progress, PATIENT).toBe(judged(12));
    await session.picture('many');
    await session.press('Control+z');
    await expect.poll(panel.progress, PATIENT).toBe(judged(9));
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
    await panel.frame.locator('[data-filter=open]').click();
    await panel.frame.locator('.list-status').getByText('5 findings').waitFor();
    await panel.frame.locator('.list').focus();
    await session.press('c');
    await panel.frame.locator('.still-shown').getByText('1 judged item still shown').waitFor();
    await session.picture('filtered');
    await session.press('r');
    await panel.frame.locator('.list-status').getByText('4 findings').waitFor();
  });

  it('goes on after a reload of the window', async () => {
    await session.workbench.reload(['distillationEvidence.findings', 'verdicts:[open]']);
    panel = await FindingsPanel.opened(session);
    await panel.frame.locator('.list-status').getByText('4 findings').waitFor();
    await expect.poll(panel.progress, PATIENT).toBe(judged(10));
    await panel.frame.locator('[data-filter=open]').click();
    await panel.frame.locator('.list-status').getByText(`${FINDINGS} findings`).waitFor();
    await panel.frame.locator('.list').focus();
    await session.press('d');
    await expect.poll(panel.progress, PATIENT).toBe(judged(11));
    await expect.poll(status, PATIENT).toContain(judged(11));
  });

  it('looks right in every kind of theme, and narrow', async () => {
    const settings = join(session.folder, '.vscode');
    await mkdir(settings, { recursive: true });
    for (const theme of THEMES) {
      const kind = theme.includes('Contrast') ? 'high-contrast' : theme.includes('Light') ? 'light' : 'dark';
      const body = `body.vscode-${kind}${theme.includes('Contrast Light') ? '-light' : ''}`;
      // VS Code may miss a write while it begins to watch the folder.
      const chosen = async () => {
        await writeFile(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
        return panel.frame.locator(body).count();
      };
      await expect.poll(chosen, { ...PATIENT, interval: 1000 }).toBe(1);
      await session.picture(theme.replaceAll(' ', '-'));
    }
    await session.page.setViewportSize({ width: 900, height: 900 });
    await session.picture('narrow');
    expect(
      await panel.frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
  });
});
