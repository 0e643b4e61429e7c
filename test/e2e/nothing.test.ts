import { describe, expect, it } from 'vitest';
import { COMPARE } from './parts/commands.js';
import type { Installed } from './parts/installed.js';
import { Session } from './parts/session.js';
import { withInstalled } from './parts/withSession.js';
import { writeBroken, writeUnrelated } from './parts/texts.js';

let installed: Installed;

withInstalled((done) => {
  installed = done;
});

/** Compares suspect.jsonl with the folder of originals, from the command palette, up to the preview. */
async function compare({ workbench }: Session): Promise<void> {
  await workbench.openFile('suspect.jsonl');
  await workbench.run(COMPARE);
  await workbench.pick('Add folder…');
  await workbench.chooseFolder('originals', 'Add to Originals');
  await workbench.row('originals').waitFor();
  await workbench.accept();
}

describe('A comparison that finds nothing', () => {
  it('says so, what was searched and what was not tested', async () => {
    const session = await Session.open(installed, 'nothing', writeUnrelated);
    try {
      await compare(session);
      await session.workbench.pick('Compare');
      const panel = await session.workbench.frame('.empty-page');
      const text = await panel.locator('.empty-page').innerText();
      await session.picture('empty');
      expect(text).toContain('Nothing was found');
      expect(text).toContain('2 responses in 1 file');
      expect(text).toContain('Paraphrase and translation');
    } finally {
      await session.close();
    }
  });
});

describe('A suspect that is no dataset', () => {
  it('is named in a message that says where and why', async () => {
    const session = await Session.open(installed, 'broken', writeBroken);
    try {
      await compare(session);
      const message = session.workbench.notification('suspect.jsonl holds no record that can be read');
      await message.waitFor();
      await session.picture('message');
      expect(await message.innerText()).toContain('line 1');
    } finally {
      await session.close();
    }
  });
});
