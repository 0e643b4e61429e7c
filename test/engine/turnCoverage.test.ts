import { describe, expect, it } from 'vitest';
import { engineHandlers } from '../../src/engine/engineHandlers.js';
import { compareIn, folderWith, HOOKS, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

function turns(texts: readonly string[]): object {
  return {
    messages: texts.flatMap((content, at) => [
      { role: 'user', content: `Part ${at}?` },
      { role: 'assistant', content },
    ]),
  };
}

/** Why each finding matched its best original, by the pointer of its response. */
async function reasons(suspects: readonly object[]): Promise<Map<string, string>> {
  const folder = await folderWith({
    'originals.jsonl': [turns([[tides, bread, lease].join('\n\n')])],
    'suspect.jsonl': suspects,
  });
  const { dir } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
  const engine = engineHandlers();
  const { counts } = await engine.openRun({ dir }, HOOKS);
  const found = new Map<string, string>();
  const findings = counts.partial + counts['near-duplicate'] + counts.identical + counts.normalised;
  for (let finding = 0; finding < findings; finding++) {
    const { match, why } = await engine.pair({ run: dir, finding, index: 0 }, HOOKS);
    found.set(`${match.suspect.record}${match.suspect.pointer}`, why);
  }
  await engine.closeRun({ dir }, HOOKS);
  return found;
}

describe('an original that is split over the turns of a conversation', () => {
  it('is covered by the sum of them, and by them only', async () => {
    const whole = [tides, bread, lease].join('\n\n').length;
    const share = (...texts: string[]) =>
      // Full stops at the end are no word, so they are in no shared run.
      `${Math.round((100 * texts.reduce((sum, text) => sum + text.length - 1, 0)) / whole)}\u00a0%`;
    const why = await reasons([turns(['I see.', tides, bread]), turns([lease])]);
    const together = `Together 2 responses of the record share runs that are ${share(tides, bread)} of the original`;
    expect(why.get('0/messages/3/content')).toContain(`${together}; this one alone has ${share(tides)}.`);
    expect(why.get('0/messages/5/content')).toContain(`${together}; this one alone has ${share(bread)}.`);
    expect(why.get('1/messages/1/content')).not.toContain('Together');
    expect([...why.values()].every((words) => !words.endsWith(' '))).toBe(true);
  });

  it('is not when a turn repeats an earlier one, which its prompt explains', async () => {
    const why = await reasons([turns([tides, tides])]);
    expect([...why.keys()]).toEqual(['0/messages/1/content']);
    expect(why.get('0/messages/1/content')).not.toContain('Together');
  });
});
