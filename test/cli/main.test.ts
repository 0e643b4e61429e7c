import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.js';
import { folderWith, TEXTS } from '../engine/smallCase.js';

const { tides, bread, lease } = TEXTS;

async function call(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  // Not the index of whoever runs the tests.
  const index = words[0] === 'compare' ? ['--index-dir', path.resolve('test-results/index')] : [];
  const code = await run([...words, ...index], {
    out: (text) => (out += text + '\n'),
    err: (text) => (err += text + '\n'),
    status: undefined,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

async function smallFolder(): Promise<string> {
  return folderWith({
    'originals/a.jsonl': [{ prompt: 'tides?', response: tides }],
    'originals/b.jsonl': [{ prompt: 'bread?', response: bread }],
    'suspect.jsonl': [
      { instruction: 'tides?', output: tides },
      {
        instruction: 'why?',
        output: 'Because the moon pulls at the water and the earth turns under it, twice a day.',
      },
    ],
  });
}

describe('compare', () => {
  it('says what would have been found when nothing was, and on request', async () => {
    const folder = await smallFolder();
    const at = (name: string) => path.join(folder, name);
    await writeFile(at('other.jsonl'), `${JSON.stringify({ instruction: 'why?', output: lease })}\n`);
    const words = ['compare', at('other.jsonl'), '--originals', at('originals'), '--out', at('case')];
    const nothing = await call(...words);
    expect(nothing.out).toContain(
      '2 originals, drawn at random, were copied, edited and compared like the suspect',
    );
    expect(nothing.out).toContain('2 of 2  Copied unchanged (15.8–100\u00a0%)');
    expect(nothing.out).toContain('Paraphrase and translation are not tested.');
    const copied = ['compare', at('suspect.jsonl'), ...words.slice(2)];
    expect((await call(...copied)).out).not.toContain('Copied unchanged');
    const asked = JSON.parse((await call(...copied, '--planted', '1', '--json')).out) as Record<
      string,
      object
    >;
    expect(asked['planted']).toMatchObject({ originals: 1, threshold: 13 });
    expect((await call(...words, '--planted', 'many')).code).toBe(1);
    expect(await call(...words, '--workers', '17')).toMatchObject({
      ...{ code: 1, err: '--workers is a whole number from 1 to 16, not "17".\n' },
    });
  });

  it('says what it took for the response where it had to guess', async () => {
    const folder = await folderWith({
      'originals.jsonl': [{ prompt: 'tides?', response: tides }],
      'one/a.jsonl': [{ 'bo\u001b[2Jdy': tides }],
      'one/b.jsonl': [{ 'bo\u001b[2Jdy': bread }],
      'map.json': JSON.stringify({ a: { said: tides }, b: { said: bread } }),
    });
    const at = (name: string) => path.join(folder, name);
    const words = ['compare', at('one'), at('map.json'), '--originals', at('originals.jsonl')];
    const { err } = await call(...words, '--out', at('case'), '--planted', '0');
    expect(err.trimEnd().split('\n')).toEqual([
      'Note: map.json (suspect): guess: no known shape fits; /b/said has the longest texts and is taken for the response; an object of objects is read as one record: if each of them is a record, make a list of them. If it is another field, name it with --set suspect.response=….',
      'Note: one/a.jsonl and 1 more (suspect): guess: no known shape fits; /bo [2Jdy has the longest texts and is taken for the response. If it is another field, name it with --set suspect.response=….',
    ]);
    expect((await call(...words, '--out', at('case'), '--planted', '0', '--quiet')).err).toBe('');
  });

  it('takes templates, and names them among the inputs', async () => {
    const folder = await smallFolder();
    const at = (name: string) => path.join(folder, name);
    await writeFile(at('licence.txt'), 'Whoever keeps this notice may print the work as often as they like.');
    const words = ['compare', at('suspect.jsonl'), '--originals', at('originals')];
    const { code } = await call(...words, '--templates', at('licence.txt'), '--out', at('case'), '--quiet');
    expect(code).toBe(0);
    const [id] = await readdir(at('case/runs'));
    const run = JSON.parse(await readFile(at(`case/runs/${id}/run.json`), 'utf8')) as { inputs: unknown[] };
    expect(run.inputs.at(-1)).toMatchObject({ role: 'template', path: 'licence.txt' });
    expect((await call(...words, '--templates', at('gone.txt'))).code).toBe(2);
  });

  it('takes controls and families, and says what chance alone gives', async () => {
    const folder = await smallFolder();
    const at = (name: string) => path.join(folder, name);
    for (const name of ['one.jsonl', 'two.jsonl', 'three.jsonl'])
      await writeFile(
        at(name),
        `${JSON.stringify({ instruction: 'tides?', output: `Of ${name}: none.` })}\n`,
      );
    const words = [
      'compare',
      at('suspect.jsonl'),
      '--originals',
      at('originals'),
      '--controls',
      at('one.jsonl'),
    ];
    const kin = `kin=${at('two.jsonl')},${at('three.jsonl')}`;
    const { code, out, err } = await call(...words, '--family', kin, '--out', at('case'));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Not calibrated: 3 independent answers to 1 prompt by 3 sources are too few.');
    const [id] = await readdir(at('case/runs'));
    const read = async (name: string) =>
      JSON.parse(await readFile(at(`case/runs/${id}/${name}`), 'utf8')) as unknown;
    expect(await read('calibration.json')).toMatchObject({ families: 2, suspects: { equal: 1, none: 1 } });
    expect(await read('run.json')).toMatchObject({
      inputs: [
        { role: 'control', path: 'one.jsonl', family: 'one.jsonl' },
        { role: 'control', path: 'three.jsonl', family: 'kin' },
        { role: 'control', path: 'two.jsonl', family: 'kin' },
        { role: 'original' },
        { role: 'original' },
        { role: 'suspect' },
      ],
    });
    const wrong = await call(...words, '--family', 'kin');
    expect(wrong).toMatchObject({ code: 1, err: '--family takes <name>=<file>,<file>…, not "kin".\n' });
  });

  it('prints one JSON object with run, folder, counts and seconds', async () => {
    const folder = await smallFolder();
    const { code, out } = await call(
      'compare',
      path.join(folder, 'suspect.jsonl'),
      '--originals',
      path.join(folder, 'originals'),
      '--json',
    );
    expect(code).toBe(0);
    const printed = JSON.parse(out) as {
      run: string;
      dir: string;
      counts: Record<string, number>;
      seconds: Record<string, number>;
    };
    expect(printed.dir).toBe(path.join(folder, '.distillation-evidence/runs', printed.run));
    expect(printed.counts).toMatchObject({
      responses: 2,
      identical: 1,
      normalised: 0,
      'near-duplicate': 0,
      partial: 0,
      skipped: 0,
    });
    expect(Object.keys(printed.seconds)).toEqual(['index', 'compare']);
    expect((await readdir(printed.dir)).sort()).toEqual([
      'matches.jsonl',
      'run.json',
      'skipped.jsonl',
      'timing.json',
    ]);
  });

  it('takes several originals, another case folder and settings', async () => {
    const folder = await smallFolder();
    const out = path.join(folder, 'elsewhere');
    const originals = ['a.jsonl', 'b.jsonl'].map((name) => path.join(folder, 'originals', name));
    const done = await call(
      'compare',
      path.join(folder, 'suspect.jsonl'),
      '--originals',
      ...originals,
      '--out',
      out,
      '--set',
      'reportFrom=1000',
      '--json',
    );
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({ counts: { identical: 0, 'too-little-evidence': 1 } });
    expect(await readdir(path.join(out, 'runs'))).toHaveLength(1);
  });

  it.each([
    [[], 'Usage'],
    [['dance'], 'no command "dance"'],
    [['compare'], 'needs a suspect'],
    [['compare', 'x.jsonl'], '--originals'],
    [['compare', 'x.jsonl', '--originals', 'y', '--kind', 'war'], '--kind'],
    [['compare', 'x.jsonl', '--originals', 'y', '--set', 'reportFrom'], '<setting>=<value>'],
    [['compare', 'x.jsonl', '--originals', 'y', '--set', 'volume=11'], 'no setting "volume"'],
    [['compare', 'x.jsonl', '--originals', 'y', '--loud'], '--loud'],
    [['compare', 'x.jsonl', '--originals', 'y', '--memory', '255'], 'number from 256 to 1048576, not "255"'],
    [['verify', 'x.zip', '--memory', 'all'], 'number from 256 to 1048576, not "all"'],
    [['inspect'], 'needs a dataset file'],
  ])('%j is bad usage', async (words, message) => {
    const { code, err } = await call(...words);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('ends with 2 where an input cannot be read, and names it', async () => {
    const folder = await folderWith({
      'empty.jsonl': '',
      'song.mp3': Buffer.from([1, 2, 0, 3]),
      'a.jsonl': [{ prompt: 'p', response: tides }],
    });
    const original = path.join(folder, 'a.jsonl');
    for (const name of ['empty.jsonl', 'song.mp3', 'gone.jsonl']) {
      const { code, err } = await call('compare', path.join(folder, name), '--originals', original);
      expect(code, name).toBe(2);
      expect(err).toContain(name);
    }
  });
});

describe('inspect', () => {
  it('prints shape, counts and the first prompt and response, as a table or JSON', async () => {
    const folder = await smallFolder();
    const file = path.join(folder, 'suspect.jsonl');
    const { out } = await call('inspect', file);
    expect(out).toMatch(/shape +alpaca/);
    expect(out).toMatch(/responses +2/);
    const json = JSON.parse((await call('inspect', file, '--json')).out) as {
      records: number;
      first: { prompt: string };
    };
    expect(json).toMatchObject({
      records: 2,
      responses: 2,
      skipped: 0,
      first: { prompt: 'tides?', text: tides },
    });
  });

  it('reads the fields that the user names', async () => {
    const folder = await folderWith({ 'odd.jsonl': [{ q: 'tides?', a: 'Short.', notes: tides }] });
    const { out } = await call(
      'inspect',
      path.join(folder, 'odd.jsonl'),
      '--set',
      'suspect.response=/a',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ shape: { name: 'custom' }, first: { text: 'Short.' } });
  });

  it('keeps control characters of a record out of the terminal', async () => {
    const folder = await folderWith({
      'x.jsonl': [{ prompt: 'p', response: 'red \u001b[31m and \u202e reversed' }],
    });
    const { out } = await call('inspect', path.join(folder, 'x.jsonl'));
    expect(out).not.toMatch(/\u001b|\u202e/);
  });
});
