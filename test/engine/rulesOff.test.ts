import path from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, type ExplainRule } from '../../src/shared/run.js';
import { random, Writer } from '../core/index/texts.js';
import { compareIn, folderWith, matchesOf } from './smallCase.js';

const writer = new Writer(random(91), 8000);
const quoted = writer.words(60);
const common = writer.words(60);
const licence = writer.words(60);
const record = (instruction: string, output: string) => ({ instruction, input: '', output });

/** Records of the suspect that are reported, and what explains the others, with these rules switched off. */
async function run(rulesOff: readonly ExplainRule[]) {
  const folder = await folderWith({
    'originals.jsonl': [
      record(`Repeat: ${quoted}`, `${writer.words(20)} ${quoted}`),
      record('What does everybody say?', `${common} ${writer.words(20)}`),
      record('Which licence?', `${writer.words(20)} ${licence}`),
    ],
    'suspect.jsonl': [
      record(`Repeat: ${quoted}`, `${writer.words(30)} ${quoted}`),
      record('What does everybody say?', `${writer.words(30)} ${common}`),
      record('Which licence is it?', `${writer.words(30)} ${licence}`),
    ],
    'controls/a.jsonl': [record('What does everybody say?', `${common} ${writer.words(10)}`)],
    'controls/b.jsonl': [record('What does everybody say?', `${common} ${writer.words(12)}`)],
    'licence.txt': licence,
  });
  const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {
    controls: [path.join(folder, 'controls')],
    templates: [path.join(folder, 'licence.txt')],
    planted: 0,
    parameters: rulesOff.length === 0 ? DEFAULT_PARAMETERS : { ...DEFAULT_PARAMETERS, rulesOff },
  });
  const reported = (await matchesOf(result)).filter((match) => match.reported);
  return {
    manifest: result.manifest,
    records: [...new Set(reported.map(({ suspect }) => suspect.record))].sort(),
  };
}

it('rules that are switched off explain nothing, one by one, and the run says so', async () => {
  const all = await run([]);
  expect(all.records).toEqual([]);
  expect(all.manifest.notes.join()).not.toContain('switched off');
  for (const [at, rule] of (['prompt', 'control', 'template'] as const).entries()) {
    const { manifest, records } = await run([rule]);
    expect(records, rule).toEqual([at]);
    expect(manifest.parameters.rulesOff).toEqual([rule]);
    expect(manifest.notes.join()).toContain('is counted: the rule was switched off.');
    expect(manifest.run).not.toBe(all.manifest.run);
  }
  expect((await run(['prompt', 'control', 'template'])).records).toEqual([0, 1, 2]);
});
