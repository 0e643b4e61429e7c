import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/shared/failure.js';
import { Client, serve, type Message, type Port } from '../../src/shared/rpc.js';

interface Sums {
  add(argument: { a: number; b: number }): Promise<number>;
  fail(argument: { code: 'input' | 'bug' }): Promise<never>;
  wait(argument: Record<string, never>): Promise<string>;
}

/** Two ends of one wire, with structured clones in between as between threads. */
function wire(): [Port, Port] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (mine: number): Port => ({
    post: (message: Message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => listeners[1 - mine]!.forEach((listener) => listener(copy)));
    },
    listen: (listener) => listeners[mine]!.push(listener),
  });
  return [end(0), end(1)];
}

function connected() {
  const [here, there] = wire();
  const cancelAll = serve<Sums, number>(there, {
    add: ({ a, b }, { progress }) => {
      progress(1);
      return a + b;
    },
    fail: ({ code }) => {
      throw code === 'bug' ? new Error('broken') : new Failure(code, 'file.jsonl, line 3: not JSON.');
    },
    wait: (_, { signal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Failure('cancelled', 'Cancelled.'))),
      ),
  });
  return { client: new Client<Sums>(here), here, cancelAll };
}

describe('calls over a wire', () => {
  it('returns results and progress', async () => {
    const { client } = connected();
    const seen: number[] = [];
    expect(await client.call('add', { a: 2, b: 3 }, { onProgress: (p: number) => seen.push(p) })).toBe(5);
    expect(seen).toEqual([1]);
  });

  it('keeps failures apart from bugs', async () => {
    const { client } = connected();
    await expect(client.call('fail', { code: 'input' })).rejects.toMatchObject({
      name: 'Failure',
      code: 'input',
    });
    await expect(client.call('fail', { code: 'bug' })).rejects.not.toBeInstanceOf(Failure);
  });

  it('carries a cancel to the handler', async () => {
    const { client } = connected();
    const stop = new AbortController();
    const call = client.call('wait', {}, { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('cancels all that runs when the serving end asks for it', async () => {
    const { client, cancelAll } = connected();
    const calls = [client.call('wait', {}), client.call('wait', {})];
    await client.call('add', { a: 1, b: 1 });
    cancelAll();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('rejects what is pending when the wire closes, and everything after', async () => {
    const { client } = connected();
    const call = client.call('wait', {});
    client.close(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    await expect(client.call('add', { a: 1, b: 1 })).rejects.toThrow('gone');
  });

  it('answers unknown methods and inherited names with an error, and drops what is no message', async () => {
    const { client, here } = connected();
    const stranger = client as unknown as Client<{ toString(a: object): Promise<string> }>;
    here.post('garbage' as unknown as Message);
    await expect(stranger.call('toString', {})).rejects.toThrow('There is no method');
  });
});
