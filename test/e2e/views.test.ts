import { describe, expect, it } from 'vitest';
import { COMPARE } from './parts/commands.js';
import { stepByStep } from './parts/journey.js';
import type { Session } from './parts/session.js';
import { writeCase } from './parts/texts.js';
import { viewRows } from './parts/views.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 20_000 };

let session: Session;

stepByStep();

withSession('views', writeCase, (opened) => (session = opened));

const rows = (view: string) => viewRows(session.page, view);

async function compare(): Promise<void> {
  const { workbench } = session;
  await workbench.run(COMPARE);
  await workbench.accept();
  await workbench.pick('Compare');
}

describe('The view in the activity bar, from the first original to F12 and back', () => {
  it('says what to do while it is empty', async () => {
    await session.workbench.openView('Distillation Evidence');
    await session.page.getByText('Originals are your own model’s responses').waitFor();
    expect(await session.page.getByRole('button', { name: 'Add Files…' }).count()).toBe(2);
    await session.picture('empty');
  });

  it('takes a folder from the explorer as originals', async () => {
    const { workbench } = session;
    await workbench.openExplorer();
    await workbench.chooseInExplorer('originals', 'Add to Originals…');
    await workbench.openView('Distillation Evidence');
    await rows('Originals').filter({ hasText: 'not indexed yet' }).waitFor();
  });

  it('lists run and findings after a comparison, with their number on the icon', async () => {
    const { page, workbench } = session;
    await workbench.openFile('suspect.jsonl');
    await compare();
    await rows('Runs').filter({ hasText: '2 of 4' }).waitFor();
    await rows('Originals').filter({ hasText: '3 records' }).filter({ hasText: 'indexed' }).waitFor();
    await rows('Findings').filter({ hasText: 'Near-duplicate' }).waitFor();
    await expect
      .poll(() => page.locator('.activitybar .badge-content').allInnerTexts(), PATIENT)
      .toContain('2');
    await session.picture('compared');
  });

  it('marks the records of the suspect in the gutter', async () => {
    const { page, workbench } = session;
    await workbench.tab('suspect.jsonl').first().click();
    await expect.poll(() => page.locator('.glyph-margin-widgets .cgmr').count(), PATIENT).toBe(2);
    await session.picture('marks');
  });

  it('leads by F12 to the original and back', async () => {
    const { page, workbench } = session;
    // The panel took the focus when it had loaded.
    await workbench.tab('suspect.jsonl').first().click();
    await workbench.goTo(2, 60);
    await page.keyboard.press('F12');
    await expect.poll(() => workbench.cursor(), PATIENT).toMatch(/^Ln 3, /);
    await workbench.tab('answers.jsonl').waitFor();
    await session.picture('definition');
    await workbench.run('Go Back');
    await expect.poll(() => workbench.cursor(), PATIENT).toBe('Ln 2, Col 60');
    await workbench.tab('suspect.jsonl').waitFor();
  });
});
