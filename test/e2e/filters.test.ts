import { describe, expect, it } from 'vitest';
import { FindingsPanel } from './parts/findingsPanel.js';
import { writeFindings } from './parts/manyFindings.js';
import { recordedVerdicts } from './parts/recorded.js';
import type { Session } from './parts/session.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 20_000 };
const FINDINGS = 14;

let session: Session;
let panel: FindingsPanel;

withSession(
  'filters',
  (folder) => writeFindings(folder, FINDINGS),
  (opened) => (session = opened),
);

const judged = (count: number) => `${count} of ${FINDINGS} judged`;

const recorded = () => recordedVerdicts(session.folder);

describe('Filters', () => {
  let shown = 0;

  it('leave what the brush over the scores holds', async () => {
    panel = await FindingsPanel.compared(session);
    const least = panel.frame.getByRole('slider', { name: 'Least' });
    await least.focus();
    await expect.poll(() => least.getAttribute('aria-valuetext'), PATIENT).toContain(`${FINDINGS} findings`);
    for (let i = 0; i < 8; i++) await session.press('ArrowRight');
    const text = await least.getAttribute('aria-valuetext');
    shown = Number(/, (\d+) findings from there on$/.exec(text ?? '')?.[1]);
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThan(FINDINGS);
    await expect.poll(panel.status, PATIENT).toContain(`${shown} findings`);
    await session.picture('brushed');
  });

  it('let one key judge all that they leave, and one take it back', async () => {
    await panel.frame.locator('.list').focus();
    await session.press('Control+a');
    await panel.frame.locator('.list-status').getByText(`${shown} selected`).waitFor();
    await session.press('c');
    await expect.poll(panel.progress, PATIENT).toBe(judged(shown));
    expect(await recorded()).toEqual(Array<string>(shown).fill('confirmed'));
    // Its line is read anew a moment after the verdict.
    await panel.frame.locator('.verdict-line').getByText('confirmed by you').waitFor();
    expect(await panel.frame.evaluate(() => getSelection()?.toString())).toBe('');
    await session.picture('judged');
    await session.press('z');
    await expect.poll(panel.progress, PATIENT).toBe(judged(0));
    expect((await recorded()).slice(shown)).toEqual(Array<string>(shown).fill('cleared'));
  });

  it('give way to all findings again', async () => {
    await panel.frame.getByRole('button', { name: 'Clear the range' }).click();
    await expect.poll(panel.status, PATIENT).toContain(`${FINDINGS} findings`);
  });
});
