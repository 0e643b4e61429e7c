import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { compareIn, folderWith, linesOf, matchesOf, TEXTS } from './smallCase.js';

const { tides, bread, lease } = TEXTS;

function record(prompt: string, text: string): object {
  return { instruction: prompt, input: '', output: text };
}

describe('a comparison', () => {
  it('counts findings once that repeat a text, an original or a passage of it', async () => {
    const quoted = (before: string) => record(before, `${before} As was written: ${bread}`);
    const folder = await folderWith({
      'originals.jsonl': [record('t', `${tides} ${lease}`), record('b', `${bread} ${lease.slice(0, 90)}`)],
      'suspect.jsonl': [
        record('1', `${tides} ${lease}`),
        record('2', `${tides} ${lease}`.toUpperCase()),
        record('3', `${tides} ${lease}`.replace('tide pool', 'rock pool')),
        quoted(
          'A first letter from somebody else, who bakes with more patience than flour and says so at length.',
        ),
        quoted(
          'Another note, written on a train by a person who had never baked anything but had read about it.',
        ),
        record('6', 'Nothing of ours is in here.'),
      ],
    });
    const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    expect(manifest.counts).toMatchObject({ responses: 6, identical: 1, normalised: 1, distinct: 2 });
    expect(manifest.counts['near-duplicate'] + manifest.counts.partial).toBe(3);
  });

  it('flags what was put together of several originals, and what was split over the turns of a record', async () => {
    const parts = [tides, bread, lease];
    const turns = (texts: readonly string[]): object => ({
      messages: texts.flatMap((content, at) => [
        { role: 'user', content: `Part ${at}?` },
        { role: 'assistant', content },
      ]),
    });
    const folder = await folderWith({
      'originals.jsonl': [
        ...parts.map((text, at) => turns([text, `Nothing ${at}.`])),
        turns([parts.join('\n\n')]),
      ],
      'suspect.jsonl': [turns([`${lease}\n\n${tides}`]), turns(['I see.', tides, 'Go on.', bread])],
    });
    const flagsOf = async (originals: readonly number[]): Promise<string[]> => {
      const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
      return (await matchesOf(result))
        .filter(({ original }) => originals.includes(original.record))
        .map(
          ({ suspect, original, flags }) =>
            `${suspect.record}${suspect.pointer} ${original.record} ${flags.join()}`,
        )
        .sort();
    };
    expect(await flagsOf([3])).toEqual([
      '0/messages/1/content 3 paragraphs reordered',
      '1/messages/3/content 3 truncated,split over turns',
      '1/messages/7/content 3 split over turns',
    ]);
    expect((await flagsOf([0, 1, 2])).filter((line) => line.includes('merged'))).toEqual([]);
    await writeFile(
      path.join(folder, 'apart.jsonl'),
      parts.map((text) => JSON.stringify(record('', text)) + '\n').join(''),
    );
    const merged = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['apart.jsonl']));
    expect(merged.map(({ suspect, flags }) => `${suspect.record} ${flags.join()}`).sort()).toEqual([
      '0 ',
      '0 originals merged',
      '1 ',
      '1 ',
    ]);
  });

  it('flags innocent routes that the data shows, and counts such findings apart', async () => {
    const quoting = (opening: string) => `${opening}: "${TEXTS.lease}"`;
    const folder = await folderWith({
      'suspect.jsonl': [
        { prompt: 'tides?', response: TEXTS.tides },
        { prompt: 'bread?', response: TEXTS.bread, created_at: '2023-02-01' },
        { prompt: 'lease?', response: quoting('As every adviser writes') },
        { prompt: 'tides again?', response: `${TEXTS.tides} Yes.`, created_at: '2025-02-01' },
      ],
      'originals.jsonl': [
        { prompt: 'what lives by the sea', response: TEXTS.tides, created_at: '2024-06-01T12:00:00Z' },
        { prompt: 'how long does it rise', response: TEXTS.bread, created_at: '2024-06-01T12:00:00Z' },
        { prompt: 'what to read', response: quoting('One reads') },
      ],
      'later.jsonl': [{ prompt: 'Which animals?', response: `Sure. ${TEXTS.tides}` }],
    });
    const run = async (originals: readonly string[], workers: number, caseDir: string) => {
      const result = await compareIn(folder, ['suspect.jsonl'], originals, {
        caseDir: path.join(folder, caseDir),
        workers,
      });
      return { result, bytes: await readFile(path.join(result.dir, 'matches.jsonl'), 'utf8') };
    };
    const one = await run(['originals.jsonl', 'later.jsonl'], 1, 'a/case');
    const { counts } = one.result.manifest;
    expect(counts).toMatchObject({ responses: 4, routed: 4, distinct: 0 });
    const matches = await matchesOf(one.result);
    const best = [0, 1, 2, 3].map((record) => matches.find((match) => match.suspect.record === record)!);
    expect(best.map(({ flags }) => flags)).toEqual([
      ['prompt changed', 'several originals'],
      ['prompt changed', 'suspect earlier'],
      ['prompt changed', 'third source'],
      ['prompt changed', 'several originals'],
    ]);
    const alone = await run(['originals.jsonl'], 1, 'b/case');
    expect(alone.result.manifest.counts).toMatchObject({ routed: 2, distinct: 1 });
    const two = await run(['later.jsonl', 'originals.jsonl'], 2, 'c/case');
    expect(two.bytes).toBe(one.bytes);
  });

  it('counts every suspect response by its best reported match, and the rest', async () => {
    const folder = await folderWith({
      'originals.jsonl': [record('tides?', tides), record('bread?', bread), record('capital?', 'Paris.')],
      'suspect.jsonl': [
        record('tides?', tides),
        record('bread?', bread.toUpperCase()),
        record('bread again?', bread.replace('wild yeast', 'natural yeast').replace('never by', 'not by')),
        record('both?', `${tides.slice(0, 120)} And another thing entirely. ${bread.slice(60)}`),
        record('capital?', 'Paris.'),
        record('lease?', lease),
      ],
    });
    const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    expect(manifest.counts).toMatchObject({
      responses: 6,
      identical: 1,
      normalised: 1,
      'near-duplicate': 1,
      partial: 1,
      'too-little-evidence': 1,
      'too-short': 1,
      skipped: 0,
    });
  });

  it('writes matches whose bytes, lines and hashes lead back to the texts', async () => {
    const folder = await folderWith({
      'mine/originals.jsonl': [record('lease?', lease), record('tides?', tides)],
      'suspect.jsonl': [record('bread?', bread), record('sea?', `${tides} So much for the sea.`)],
    });
    const [match, ...others] = await matchesOf(await compareIn(folder, ['suspect.jsonl'], ['mine']));
    expect(others).toEqual([]);
    expect(match).toMatchObject({
      suspect: { path: 'suspect.jsonl', record: 1, line: 2, pointer: '/output' },
      original: { path: 'mine/originals.jsonl', record: 1, line: 2, pointer: '/output' },
    });
    const { path: file, byteOffset = -1, byteLength = -1, sha256 } = match!.original;
    const bytes = (await readFile(path.join(folder, file))).subarray(byteOffset, byteOffset + byteLength);
    const found = JSON.parse(bytes.toString()) as { output: string };
    expect(found.output).toBe(tides);
    expect(createHash('sha256').update(found.output).digest('hex')).toBe(sha256);
    const [passage] = match!.passages;
    expect(tides.slice(...passage!.original)).toBe(tides.slice(0, -1));
  });

  it('gives the same bytes for another order of files, and the same folder for the same run', async () => {
    const folder = await folderWith({
      'a.jsonl': [record('tides?', tides), record('bread?', bread)],
      'b.jsonl': [record('tides!', tides), record('lease?', lease)],
      'suspect.jsonl': [record('1', tides), record('2', bread), record('3', lease)],
    });
    const one = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl', 'b.jsonl']);
    const before = await readFile(path.join(one.dir, 'matches.jsonl'));
    const two = await compareIn(folder, ['suspect.jsonl'], ['b.jsonl', 'a.jsonl']);
    expect(two.dir).toBe(one.dir);
    expect(await readFile(path.join(two.dir, 'matches.jsonl'))).toEqual(before);
    const other = await compareIn(folder, ['suspect.jsonl'], ['a.jsonl'], {});
    expect(other.dir).not.toBe(one.dir);
  });

  it('leaves the suspect out of its own originals, and says so', async () => {
    const folder = await folderWith({
      'data/originals.jsonl': [record('tides?', tides)],
      'data/suspect.jsonl': [record('bread?', bread)],
    });
    const { manifest } = await compareIn(folder, ['data/suspect.jsonl'], ['data']);
    expect(manifest.inputs.map((input) => [input.role, input.path])).toEqual([
      ['original', 'data/originals.jsonl'],
      ['suspect', 'data/suspect.jsonl'],
    ]);
    expect(manifest.notes.join()).toContain('suspect.jsonl is the suspect itself');
    await expect(compareIn(folder, ['data/suspect.jsonl'], ['data/suspect.jsonl'])).rejects.toThrow(
      'only the suspect itself',
    );
  });

  it('says when an original has the same bytes under another name', async () => {
    const folder = await folderWith({ 'a.jsonl': [record('t', tides)], 'b.jsonl': [record('t', tides)] });
    const { manifest } = await compareIn(folder, ['a.jsonl'], ['b.jsonl']);
    expect(manifest.counts.identical).toBe(1);
    expect(manifest.notes.join()).toContain('b.jsonl has the same bytes as the suspect');
  });

  it('lists what was not read, with line and reason, and goes on', async () => {
    const folder = await folderWith({
      'originals.jsonl': [record('tides?', tides)],
      'suspect.jsonl': `${JSON.stringify(record('a', tides))}\n{"instruction": "broken\n${JSON.stringify(record('b', tides))}\n`,
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']);
    expect(result.manifest.counts).toMatchObject({ responses: 2, identical: 2, skipped: 1 });
    const [skipped] = await linesOf<{ path: string; line: number; reason: string }>(
      path.join(result.dir, 'skipped.jsonl'),
    );
    expect(skipped).toMatchObject({ path: 'suspect.jsonl', line: 2 });
    expect(skipped!.reason).not.toBe('');
  });

  it('lists an unreadable file of a folder as skipped, and refuses one that was named', async () => {
    const folder = await folderWith({
      'originals/good.jsonl': [record('tides?', tides)],
      'originals/empty.jsonl': '',
      'suspect.jsonl': [record('a', tides)],
    });
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals']);
    expect(result.manifest.counts).toMatchObject({ identical: 1, skipped: 1 });
    const [skipped] = await linesOf<{ path: string; reason: string }>(path.join(result.dir, 'skipped.jsonl'));
    expect(skipped).toMatchObject({ path: 'originals/empty.jsonl' });
    expect(skipped!.reason).toContain('empty');
    await expect(compareIn(folder, ['suspect.jsonl'], ['originals/empty.jsonl'])).rejects.toMatchObject({
      code: 'input',
    });
  });

  it('keeps at most the set number of originals, and counts them all', async () => {
    const folder = await folderWith({
      'originals.jsonl': Array.from({ length: 30 }, (_, at) => record(`tides ${at}?`, tides)),
      'suspect.jsonl': [record('tides?', tides)],
    });
    const parameters = { ...DEFAULT_PARAMETERS, originalsPerResponse: 7 };
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { parameters });
    const matches = await matchesOf(result);
    expect(matches).toHaveLength(7);
    expect(matches.every((match) => match.originals === 30)).toBe(true);
    expect(matches.map((match) => match.original.record)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(result.manifest.counts.beyondCap).toBe(23);
  });

  it('never loses an identical original to the cap where scores are equal', async () => {
    const folder = await folderWith({
      'originals.jsonl': [
        ...Array.from({ length: 30 }, (_, at) => record(`${at}?`, 'positive')),
        record('x?', 'Positive.'),
      ],
      'suspect.jsonl': [record('y?', 'Positive.')],
    });
    const [first, ...others] = await matchesOf(
      await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl']),
    );
    expect(others).toHaveLength(19);
    expect([first, ...others].filter((match) => match!.kind === 'identical')).toHaveLength(1);
  });

  it('reads compressed originals', async () => {
    const folder = await folderWith({
      'originals.jsonl.gz': gzipSync(`${JSON.stringify(record('tides?', tides))}\n`),
      'suspect.jsonl': [record('tides?', tides)],
    });
    const { manifest } = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl.gz']);
    expect(manifest.counts.identical).toBe(1);
  });

  it('pairs two files of model outputs by prompt, and counts the unpaired', async () => {
    const folder = await folderWith({
      'theirs.jsonl': [record('Tides?', tides), record('bread?', bread), record('other?', lease)],
      'ours.jsonl': [record('tides?', tides), record('bread?', lease)],
    });
    const { manifest } = await compareIn(folder, ['theirs.jsonl'], ['ours.jsonl'], { kind: 'outputs' });
    expect(manifest.kind).toBe('outputs');
    expect(manifest.counts).toMatchObject({ responses: 3, identical: 1, unpaired: 1 });
  });

  it('compares only the records that were asked for', async () => {
    const folder = await folderWith({
      'originals.jsonl': [record('tides?', tides)],
      'suspect.jsonl': [record('a', tides), record('b', tides)],
    });
    const parameters = { ...DEFAULT_PARAMETERS, suspectRecords: [1] };
    const result = await compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], { parameters });
    expect(result.manifest.counts.responses).toBe(1);
    expect((await matchesOf(result)).map((match) => match.suspect.record)).toEqual([1]);
  });

  it('leaves nothing behind when it is cancelled or fails', async () => {
    const folder = await folderWith({
      'originals.jsonl': [record('tides?', tides)],
      'suspect.jsonl': [record('a', tides)],
      'empty.jsonl': '',
    });
    const stop = new AbortController();
    stop.abort();
    const hooks = { signal: stop.signal, progress: () => undefined };
    await expect(compareIn(folder, ['suspect.jsonl'], ['originals.jsonl'], {}, hooks)).rejects.toMatchObject({
      code: 'cancelled',
    });
    await expect(compareIn(folder, ['empty.jsonl'], ['originals.jsonl'])).rejects.toThrow('empty.jsonl');
    expect(await readdir(path.join(folder, '.distillation-evidence/runs'))).toEqual([]);
  });

  it('says that the case folder cannot be written', async () => {
    const folder = await folderWith({ 'a.jsonl': [record('t', tides)], 'b.jsonl': [record('t', tides)] });
    await writeFile(path.join(folder, '.distillation-evidence'), 'a file in the way');
    await expect(compareIn(folder, ['a.jsonl'], ['b.jsonl'])).rejects.toThrow('cannot be written');
  });
});
