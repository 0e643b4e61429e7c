import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/shared/failure.js';
import { customShape, detectShape, textAt } from '../../../src/core/shape/reader.js';
import type { RecordReader } from '../../../src/core/shape/reader.js';

const JSONL = { format: 'jsonl', header: true } as const;

describe('records that give nothing', () => {
  const reader = detectShape([{ instruction: 'Go', output: 'Gone' }], JSONL);
  it.each([
    [{ instruction: 'Go', output: '' }, 'the response is empty'],
    [{ instruction: 'Go', output: ' \n' }, 'the response is empty'],
    [{ instruction: 'Go', output: null }, 'the response is null'],
    [{ instruction: 'Go', output: 7 }, 'the response is a number without text'],
    [{ other: 1 }, 'the record is not laid out as "alpaca"'],
    [null, 'the record is not laid out as "alpaca"'],
  ])('%j: %s', (record, reason) => {
    expect(reader.extract(record)).toEqual({ responses: [], reason });
  });

  it('names the fields and the setting when there is no text at all', () => {
    const numbers = [{ roll: { min: 1, max: 2n }, area: [3] }];
    expect(() => detectShape(numbers, JSONL)).toThrow(Failure);
    expect(() => detectShape(numbers, JSONL)).toThrow(/\/roll\/min \(a number\).*suspect\.response/s);
  });
});

describe('guesses', () => {
  it('takes the longest string field and says so', () => {
    const record = { code: 'x1', body: { essay: 'A longer text of several words.' } };
    const reader = detectShape([record], JSONL);
    expect(reader.shape).toMatchObject({ name: 'guess', guessed: true });
    expect(reader.shape.description).toContain('/body/essay has the longest texts');
    expect(reader.extract(record).responses[0]?.pointer).toBe('/body/essay');
  });

  it('reads rows without a header, the prompt from the columns before', () => {
    const rows = [
      ['Capital of France?', 'The capital of France is Paris.', 'easy'],
      ['Two plus two?', 'Two plus two makes four, always.', 'easy'],
    ];
    const reader = detectShape(rows, { format: 'csv', header: false });
    expect(reader.shape.description).toContain('column 2');
    expect(reader.extract(rows[0]).responses).toEqual([
      {
        pointer: '/1',
        part: 'answer',
        prompt: 'Capital of France?',
        text: 'The capital of France is Paris.',
      },
    ]);
  });

  it('follows the majority when a file mixes shapes', () => {
    const alpaca = { instruction: 'Go', output: 'Gone' };
    const chat = { messages: [{ role: 'assistant', content: 'Hello' }] };
    expect(detectShape([chat, alpaca, alpaca, alpaca], JSONL).shape.name).toBe('alpaca');
    expect(detectShape([chat, chat, chat, alpaca], JSONL).shape.name).toBe('messages');
  });
});

describe('custom shapes', () => {
  const record = { 'a/b': 'Q', out: { 'x~y': ['one', 'two'] }, '*': 'star' };
  it('takes column names and pointers, escaped as RFC 6901 says', () => {
    const reader = customShape({ prompt: 'a/b', response: '/out/x~0y/1' });
    expect(reader.extract(record).responses).toEqual([
      { pointer: '/out/x~0y/1', part: 'answer', prompt: 'Q', text: 'two' },
    ]);
    expect(reader.meta({ ...record, id: 4 })).toEqual({ '*': 'star', id: 4 });
  });

  it('expands * over lists, unless a field is named so', () => {
    expect(
      customShape({ response: '/out/x~0y/*' })
        .extract(record)
        .responses.map((each) => each.text),
    ).toEqual(['one', 'two']);
    expect(
      customShape({ response: '/*' })
        .extract(record)
        .responses.map((each) => each.text),
    ).toEqual(['star']);
  });

  it('says when there is nothing', () => {
    expect(customShape({ response: 'nope' }).extract(record).reason).toBe('there is nothing at /nope');
  });
});

describe('meta', () => {
  it('takes short scalars of the record and of its metadata, and nothing that was used', () => {
    const reader = detectShape([{ instruction: 'Go', output: 'Gone' }], JSONL);
    const record = {
      instruction: 'Go',
      output: 'Paris.',
      id: 'r1',
      n: 2,
      ok: true,
      long: 'x'.repeat(201),
      gone: null,
      list: [1],
      metadata: { account: 'acct-1' },
    };
    expect(reader.meta(record)).toEqual({ id: 'r1', n: 2, ok: true, account: 'acct-1' });
  });

  it('takes at most 16 fields and leaves prototypes alone', () => {
    const reader = customShape({ response: 'r' });
    const many: unknown = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${i}`, i]));
    expect(Object.keys(reader.meta(many))).toHaveLength(16);
    const hostile = JSON.parse('{"__proto__":"x","constructor":"y","r":"z"}') as unknown;
    const meta = reader.meta(hostile);
    expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
    expect(Object.keys(meta)).toEqual(['__proto__', 'constructor']);
  });
});

/** Fields that shapes look for, holding any JSON, so that most generated records almost fit a shape. */
const word = fc.constantFrom(
  'assistant',
  'user',
  'gpt',
  'text',
  'thinking',
  'tool_use',
  '',
  '\n\nHuman: a\n\nAssistant: b',
  '<think>a</think> b',
  '### Instruction:\nq\n### Response:\na',
);
const name = fc.constantFrom(
  ...'instruction,input,output,prompt,completion,messages,conversations,role,from,content,value,type,text,thinking,tool_calls,function,arguments,chosen,rejected,label,choices,turns,message,candidates,parts,replies,parent_id,message_id,question,answer,history,system,response,metadata,__proto__,a/b,c~d,,0'.split(
    ',',
  ),
);
const almost = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.jsonValue(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 6 })
      .map((fields) => Object.fromEntries(fields) as unknown),
  ),
})).value;

function readerOf(sample: readonly unknown[], header: boolean): RecordReader | undefined {
  try {
    return detectShape(sample, { format: 'jsonl', header });
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function check(reader: RecordReader, record: unknown): void {
  const { responses, reason } = reader.extract(record);
  expect(responses.length === 0).toBe(reason !== undefined);
  for (const each of responses) {
    expect(textAt(record, each.pointer, each.range)).toBe(each.text);
    expect(each.text.trim()).not.toBe('');
  }
  expect(Object.keys(reader.meta(record)).length).toBeLessThanOrEqual(16);
}

describe('any JSON value', () => {
  it('is read without throwing, and every place resolves to its text', () => {
    fc.assert(
      fc.property(
        fc.array(almost, { minLength: 1, maxLength: 4 }),
        almost,
        fc.boolean(),
        (sample, other, header) => {
          const reader = readerOf(sample, header);
          for (const record of [...sample, other]) if (reader) check(reader, record);
          check(customShape({ response: '/messages/*/content', prompt: '/prompt' }), other);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('may be nested deeper than the stack', () => {
    let deep: unknown = { text: 'bottom', role: 'assistant', message_id: 'x' };
    for (let i = 0; i < 20_000; i++)
      deep = { role: 'assistant', message_id: 'x', text: 't', content: [deep], replies: [deep] };
    for (const record of [
      deep,
      { messages: [deep] },
      { chosen: deep, rejected: deep },
      { prompt: deep, completion: deep },
    ]) {
      const reader = readerOf([record], true);
      if (reader) check(reader, record);
    }
    check(customShape({ response: 'text' }), deep);
  });
});
