import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringsOf } from '../../scripts/l10n/strings.mjs';
import { root } from '../../scripts/root.mjs';
import { pseudo } from '../webview/harness/pseudo.js';
import { Session } from './parts/session.js';
import { writeCase } from './parts/texts.js';
import { withInstalled } from './parts/withSession.js';

const PATIENT = { timeout: 60_000 };
/** Its letters are those of the made-up words. */
const LANGUAGE = 'el';

let session: Session;

withInstalled(async (installed) => {
  await translate(installed.extensionsDir);
  session = await Session.open(installed, 'translated', writeCase, LANGUAGE);
});
afterAll(() => session.close());

/** Puts translations beside the installed extension's English words, as a translator would. */
async function translate(extensionsDir: string): Promise<void> {
  const name = (await readdir(extensionsDir)).find((entry) => entry.startsWith('distillation-evidence.'))!;
  const folder = join(extensionsDir, name);
  const manifest = JSON.parse(await readFile(join(folder, 'package.nls.json'), 'utf8')) as object;
  const titles = Object.entries(manifest).map(([key, text]) => [key, aroundLinks(String(text))]);
  await writeFile(join(folder, `package.nls.${LANGUAGE}.json`), JSON.stringify(Object.fromEntries(titles)));
  const { strings } = await stringsOf(...['host', 'webview'].map((room) => join(root, 'src', room)));
  const words = Object.fromEntries([...strings].map((text) => [text, pseudo(text)]));
  await mkdir(join(folder, 'l10n'), { recursive: true });
  await writeFile(join(folder, 'l10n', `bundle.l10n.${LANGUAGE}.json`), JSON.stringify(words));
}

/** Commands of links are no words. */
function aroundLinks(text: string): string {
  return text
    .split(/(\(command:[^)]*\))/u)
    .map((part) => (part.startsWith('(command:') ? part : pseudo(part)))
    .join('');
}

describe('In another display language', () => {
  it('the manifest, the host and the panel speak it', async () => {
    const { page, workbench } = session;
    await workbench.openView(pseudo('Distillation Evidence'));
    await page.getByRole('button', { name: pseudo('Compare the Sample Case') }).click();
    const panel = await workbench.frame('.list [role=option]');
    expect(await panel.evaluate(() => document.documentElement.lang)).toBe(LANGUAGE);
    await panel.locator('.verdict-button', { hasText: pseudo('Confirm') }).waitFor();
    await workbench.tab(pseudo('Findings: {0}').replace('{0}', 'suspect.jsonl')).waitFor();
    await expect
      .poll(() => workbench.codeLenses().first().innerText(), PATIENT)
      .toContain(pseudo('1 original matches'));
    await session.picture('panel');
  });

  it('and so does the table', async () => {
    const { workbench } = session;
    await workbench.tab('suspect.jsonl').first().click();
    await workbench.run(`Distillation Evidence: ${pseudo('Open as Table')}`);
    const table = await workbench.frame('.grid-row:not(.loading)');
    await expect.poll(() => table.locator('.status-records').innerText()).toContain(pseudo('records'));
    await table
      .locator('.evidence', { hasText: pseudo('tokens') })
      .first()
      .waitFor();
    await session.picture('table');
  });
});
