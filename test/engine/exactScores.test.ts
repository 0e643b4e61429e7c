import { expect, it } from 'vitest';
import { prepare } from '../../src/core/match/prepare.js';
import { scorePair, type ScoredPair } from '../../src/core/match/scorePair.js';
import { Vocabulary } from '../../src/core/text/vocabulary.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { random, Writer } from '../core/index/texts.js';
import { compareIn, folderWith, matchesOf } from './smallCase.js';

interface Answer {
  readonly instruction: string;
  readonly output: string;
}

const parameters = { ...DEFAULT_PARAMETERS, originalsPerResponse: 3 };

/** The pair by itself, with words of its own. */
function alone(suspect: Answer, original: Answer): ScoredPair {
  const vocabulary = new Vocabulary();
  const [mine, theirs] = [suspect, original].map(({ instruction, output }) =>
    prepare(output, instruction, parameters, vocabulary),
  );
  return scorePair(mine!, theirs!, parameters);
}

/** Answers that repeat and edit few texts, to prompts that are equal, missing, or quote them. */
function answers(writer: Writer, texts: readonly string[], count: number): Answer[] {
  return Array.from({ length: count }, () => {
    const text = texts[Math.floor(writer.next() * texts.length)]!;
    const words = text.split(' ');
    const from = Math.floor(writer.next() * words.length);
    const prompts = ['', 'What now?', writer.words(5), words.slice(from, from + 40).join(' ')];
    return {
      instruction: prompts[Math.floor(writer.next() * prompts.length)]!,
      output: writer.next() < 0.6 ? text : writer.replaced(text, writer.next() / 4),
    };
  });
}

it('stores of each pair what comparing it by itself gives, the best ones, and counts the others', async () => {
  const writer = new Writer(random(23), 1e6);
  const texts = Array.from({ length: 40 }, () => writer.words(20 + Math.floor(writer.next() * 600)));
  const suspects = answers(writer, texts, 60);
  const files = { 'a.jsonl': answers(writer, texts, 150), 'b.jsonl': answers(writer, texts, 50) };
  const folder = await folderWith({ ...files, 'suspect.jsonl': suspects });
  const result = await compareIn(folder, ['suspect.jsonl'], Object.keys(files), { parameters });
  const matches = await matchesOf(result);
  let beyond = 0;
  suspects.forEach((suspect, record) => {
    const all = Object.values(files).flatMap((originals) =>
      originals.map((original) => alone(suspect, original)).filter(({ kind }) => kind !== undefined),
    );
    const evidence = all
      .map(({ scores }) => scores.distinctiveTokens.value)
      .sort((a, b) => b - a)
      .slice(0, parameters.originalsPerResponse);
    beyond += all.length - evidence.length;
    const found = matches.filter((match) => match.suspect.record === record);
    expect(found.map(({ scores }) => scores.distinctiveTokens.value)).toEqual(evidence);
    for (const { kind, reported, original, scores, passages, explained } of found) {
      const [path, at] = [original.path as keyof typeof files, original.record];
      const exact = alone(suspect, files[path][at]!);
      expect({ kind, reported, scores, passages, explained }).toEqual({
        ...{ kind: exact.kind, reported: exact.reported, scores: exact.scores },
        ...{ passages: exact.passages, explained: exact.explained },
      });
    }
  });
  expect(result.manifest.counts.beyondCap).toBe(beyond);
  expect(beyond).toBeGreaterThan(100);
});
