import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackage, type Installed } from './parts/installed.js';
import { compareFindings, writeFindings } from './parts/manyFindings.js';
import { recordedVerdicts } from './parts/recorded.js';
import { Session } from './parts/session.js';

const PATIENT = { timeout: 20_000 };
const FINDINGS = 14;

let installed: Installed;
let session: Session;
let panel: Frame;

beforeAll(async () => {
  installed = await installPackage();
  session = await Session.open(installed, 'filters', (folder) => writeFindings(folder, FINDINGS));
}, 600_000);

afterAll(async () => {
  await session.close();
  await installed.remove();
});

const press = (key: string) => session.page.keyboard.press(key);
const status = () => panel.locator('.list-status').innerText();
const progress = () => panel.locator('.review-progress').innerText();
const judged = (count: number) => `${count} of ${FINDINGS} judged`;

const recorded = () => recordedVerdicts(session.folder);

describe('Filters', () => {
  let shown = 0;

  it('leave what the brush over the scores holds', async () => {
    await compareFindings(session.workbench);
    panel = await session.workbench.frame('.list [role=option]');
    const least = panel.getByRole('slider', { name: 'Least' });
    await least.focus();
    await expect.poll(() => least.getAttribute('aria-valuetext'), PATIENT).toContain(`${FINDINGS} findings`);
    for (let i = 0; i < 8; i++) await press('ArrowRight');
    const text = await least.getAttribute('aria-valuetext');
    shown = Number(/, (\d+) findings from there on$/.exec(text ?? '')?.[1]);
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThan(FINDINGS);
    await expect.poll(status, PATIENT).toContain(`${shown} findings`);
    await session.picture('brushed');
  });

  it('let one key judge all that they leave, and one take it back', async () => {
    await panel.locator('.list').focus();
    await press('Control+a');
    await panel.locator('.list-status').getByText(`${shown} selected`).waitFor();
    await press('c');
    await expect.poll(progress, PATIENT).toBe(judged(shown));
    expect(await recorded()).toEqual(Array<string>(shown).fill('confirmed'));
    // Its line is read anew a moment after the verdict.
    await panel.locator('.verdict-line').getByText('confirmed by you').waitFor();
    expect(await panel.evaluate(() => getSelection()?.toString())).toBe('');
    await session.picture('judged');
    await press('z');
    await expect.poll(progress, PATIENT).toBe(judged(0));
    expect((await recorded()).slice(shown)).toEqual(Array<string>(shown).fill('cleared'));
  });

  it('give way to all findings again', async () => {
    await panel.getByRole('button', { name: 'Clear the range' }).click();
    await expect.poll(status, PATIENT).toContain(`${FINDINGS} findings`);
  });
});
