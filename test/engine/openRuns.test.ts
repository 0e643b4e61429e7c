import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { engineHandlers } from '../../src/engine/engineHandlers.js';
import { Engine } from '../../src/host/engine/engine.js';
import { NO_FILTER } from '../../src/shared/findingQuery.js';
import { KINDS } from '../../src/shared/match.js';
import { serve, type Message, type Port } from '../../src/shared/rpc.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { compareIn, folderWith, TEXTS } from './smallCase.js';

const RECORDS = [
  { prompt: 'tides?', response: TEXTS.tides },
  { prompt: 'bread?', response: TEXTS.bread },
];

/** The host's engine with a worker of this thread. */
function engine(): Engine {
  const start = () => {
    const listeners: Record<'host' | 'worker', ((message: unknown) => void)[]> = { host: [], worker: [] };
    const end = (own: 'host' | 'worker', other: 'host' | 'worker'): Port => ({
      post: (message: Message) => void setImmediate(() => listeners[other].forEach((tell) => tell(message))),
      listen: (listener) => void listeners[own].push(listener),
    });
    serve(end('worker', 'host'), engineHandlers());
    return { port: end('host', 'worker'), stop: () => Promise.resolve() };
  };
  return new Engine(start, () => false);
}

async function findingsOf(host: Engine, dir: string): Promise<number> {
  const run = await host.opened(dir);
  const query = { ...NO_FILTER, run, sort: 'evidence', kinds: KINDS, group: { by: 'none' } } as const;
  return (await host.call('list', query)).ids.length;
}

it('opens a run again that was closed for others', async () => {
  const folder = await folderWith({ 's.jsonl': RECORDS.slice(0, 1), 'o.jsonl': RECORDS });
  const host = engine();
  const dirs: string[] = [];
  for (let reportFrom = 5; reportFrom < 10; reportFrom++) {
    const parameters = { ...DEFAULT_PARAMETERS, reportFrom };
    dirs.push((await compareIn(folder, ['s.jsonl'], ['o.jsonl'], { parameters })).dir);
  }
  for (const dir of [...dirs, ...dirs]) expect(await findingsOf(host, dir)).toBe(1);
});

it('keeps a run and its copy in another case apart', async () => {
  const folder = await folderWith({ 'a/s.jsonl': RECORDS.slice(0, 1), 'a/o.jsonl': RECORDS });
  const caseDir = path.join(folder, 'a', '.distillation-evidence');
  const { dir: first } = await compareIn(folder, ['a/s.jsonl'], ['a/o.jsonl'], { caseDir });
  await cp(path.join(folder, 'a'), path.join(folder, 'b'), { recursive: true });
  const copy = path.join(folder, 'b', path.relative(path.join(folder, 'a'), first));
  const host = engine();
  await host.opened(first);
  await host.opened(copy);
  const judged = { reviewer: 'Ann', findings: [0], verdict: 'confirmed' } as const;
  await host.call('judge', { run: await host.opened(first), ...judged });
  expect(await readdir(caseDir)).toContain('verdicts');
  expect(await readdir(path.join(folder, 'b', '.distillation-evidence'))).not.toContain('verdicts');
});
