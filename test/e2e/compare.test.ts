import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { COMPARE } from './parts/commands.js';
import { stepByStep } from './parts/journey.js';
import type { Session } from './parts/session.js';
import { writeCase } from './parts/texts.js';
import { withSession } from './parts/withSession.js';

/** What a user would wait for; vitest's own patience is a second. */
const PATIENT = { timeout: 20_000 };
const ROWS = '.list [role=option]';

let session: Session;
let panel: Frame;

stepByStep();

withSession('compare', writeCase, (opened) => (session = opened));

describe('A comparison, from the suspect in the editor to the original', () => {
  it('starts from the command palette and asks for the originals', async () => {
    const { workbench } = session;
    await workbench.openFile('suspect.jsonl');
    await workbench.run(COMPARE);
    await workbench.pick('Add folder…');
    await workbench.chooseFolder('originals', 'Add to Originals');
    await workbench.row('originals').waitFor();
    await session.picture('originals');
  });

  it('shows what it will compare, and then the findings', async () => {
    const { workbench } = session;
    await expect.poll(() => workbench.row('originals').getByRole('checkbox').isChecked(), PATIENT).toBe(true);
    await workbench.accept();
    await workbench.row('Choose fields').waitFor();
    await session.picture('preview');
    await workbench.pick('Compare');
    panel = await workbench.frame(ROWS);
    await panel.locator(ROWS).nth(1).waitFor();
    await session.picture('panel');
    expect(await panel.locator(ROWS).count()).toBe(2);
    expect(await panel.locator('.header').innerText()).toContain('2 findings among 4 responses');
  });

  it('shows the pair of the finding that is clicked', async () => {
    await panel.locator(ROWS).filter({ hasText: 'near-duplicate' }).click();
    const suspect = panel.locator('.pair .column.suspect');
    await expect.poll(() => suspect.innerText(), PATIENT).toContain('A lock works without any');
    expect(await panel.locator('.pair .column.original').innerText()).toContain('A lock has no');
    expect(await panel.locator('.pair .addresses').innerText()).toMatch(/originals\/answers\.jsonl\s*: 2/);
    await session.picture('pair');
  });

  it('jumps to the original at its line, and selects the response', async () => {
    const { workbench } = session;
    await panel.locator('.address.original .address-link').click();
    await workbench.tab('answers.jsonl').waitFor();
    await expect.poll(() => workbench.cursor(), PATIENT).toMatch(/^Ln 2, Col \d+ \(\d+ selected\)$/);
    await session.picture('original');
  });

  it('shows the same two texts in the diff editor', async () => {
    const { page, workbench } = session;
    await workbench.tab('Findings: suspect.jsonl').click();
    panel = await workbench.frame(ROWS);
    await panel.locator('.row[data-cursor]').click();
    await page.keyboard.press('o');
    await workbench.tab('suspect.jsonl:4 ↔ answers.jsonl:2').waitFor();
    await page.locator('.monaco-diff-editor').waitFor();
    await session.picture('diff');
  });

  it('jumps back to the suspect', async () => {
    const { workbench } = session;
    await workbench.tab('Findings: suspect.jsonl').click();
    panel = await workbench.frame(ROWS);
    await panel.locator('.address.suspect .address-link').click();
    await expect.poll(() => workbench.cursor(), PATIENT).toMatch(/^Ln 4, Col \d+ \(\d+ selected\)$/);
    await session.picture('suspect');
  });

  it('marks the records in the suspect', async () => {
    const { workbench } = session;
    await workbench.codeLenses().filter({ hasText: '1 original matches' }).nth(1).waitFor();
    await session.picture('lenses');
    expect(await workbench.codeLenses().filter({ hasText: '1 original matches' }).count()).toBe(2);
  });

  it('finds its panel again after a reload, at the same finding', async () => {
    const { workbench } = session;
    await workbench.reload(['distillationEvidence.findings', 'selected:1']);
    panel = await workbench.frame(ROWS);
    const selected = panel.locator(`${ROWS}[aria-selected=true]`);
    await selected.filter({ hasText: 'near-duplicate' }).waitFor();
    await session.picture('reloaded');
    expect(await selected.count()).toBe(1);
  });
});
