import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../host/support/texts.js';
import { COMPARE } from './parts/commands.js';
import { compareFindings } from './parts/manyFindings.js';
import type { Session } from './parts/session.js';
import { viewRows } from './parts/views.js';
import { withSession } from './parts/withSession.js';

const PATIENT = { timeout: 20_000 };
const [STAYS, WEAKENS, GOES, COMES] = [1, 2, 3, 4].map((seed) => words(seed, 60)) as [
  string,
  string,
  string,
  string,
];

/** JSON Lines with these responses, the prompts named after their beginnings. */
function lines(texts: readonly string[]): string {
  return texts
    .map((output) => `${JSON.stringify({ instruction: `ask for ${output.slice(0, 9)}`, output })}\n`)
    .join('');
}

async function writeFirst(folder: string): Promise<void> {
  await mkdir(join(folder, 'originals'));
  await writeFile(join(folder, 'originals', 'answers.jsonl'), lines([STAYS, WEAKENS, GOES, COMES]));
  await writeFile(join(folder, 'suspect.jsonl'), lines([STAYS, WEAKENS, GOES]));
  await writeFile(join(folder, 'template.txt'), 'Nothing that any answer says.');
  await mkdir(join(folder, '.vscode'));
  const settings = { 'distillationEvidence.templates': ['template.txt'] };
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** Another suspect under the same name, and a template that explains a part of the second text. */
async function writeSecond(folder: string): Promise<void> {
  await writeFile(join(folder, 'suspect.jsonl'), lines([STAYS, WEAKENS, COMES]));
  await writeFile(join(folder, 'template.txt'), WEAKENS.split(/\s+/).slice(20, 40).join(' '));
}

let session: Session;

withSession('runs', writeFirst, (opened) => (session = opened));

const rows = (view: string) => viewRows(session.page, view);

describe('Two runs', () => {
  it('stand beside each other in the activity bar', async () => {
    const { workbench } = session;
    await compareFindings(workbench);
    await workbench.openView('Distillation Evidence');
    await rows('Runs').filter({ hasText: '3 of 3' }).waitFor();
    await writeSecond(session.folder);
    // The panel takes the focus when it has loaded, and the editor is to have it after that.
    await workbench.frame('.list [role=option]');
    await workbench.tab('suspect.jsonl').first().click();
    await workbench.run(COMPARE);
    await workbench.accept();
    await expect.poll(() => rows('Runs').count(), PATIENT).toBe(2);
    await session.picture('two');
  });

  it('are compared: what is new, gone and changed', async () => {
    const { page, workbench } = session;
    // Their room is for the difference.
    for (const view of ['Originals', 'Controls'])
      await page.locator('.pane-header', { hasText: view }).click();
    await rows('Runs').nth(0).click();
    await rows('Runs')
      .nth(1)
      .click({ modifiers: ['Control'] });
    await rows('Runs').nth(1).click({ button: 'right' });
    await workbench.takeMenuItem('Compare Two Runs…');
    const difference = rows('Difference of Runs');
    await difference.filter({ hasText: 'Unchanged' }).waitFor();
    await session.picture('difference');
    const labels = await difference.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    expect(labels).toEqual([
      'New 1',
      'suspect.jsonl:3 → answers.jsonl:4 · 55',
      'Gone 1',
      'suspect.jsonl:3 → answers.jsonl:3 · 55',
      'Changed 1',
      'suspect.jsonl:2 → answers.jsonl:2 · 55 → 35',
      'Unchanged 1',
    ]);
  });

  it('lead from what is new to its finding', async () => {
    await rows('Difference of Runs').nth(1).click();
    const panel = await session.workbench.frame('.list [role=option]');
    await panel.locator('.row[data-cursor]', { hasText: 'record 2' }).waitFor();
    await expect
      .poll(() => panel.locator('.pair .column.original').innerText(), PATIENT)
      .toContain(COMES.slice(0, 40));
    await session.picture('new');
  });
});
