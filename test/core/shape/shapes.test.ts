import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/shared/dataset.js';
import type { Extracted } from '../../../src/core/shape/reader.js';
import { detectShape, textAt } from '../../../src/core/shape/reader.js';

interface Row {
  readonly pointer: string;
  readonly prompt: string;
  readonly text: string;
}

/** The shape found in `records`, and the responses of all of them: pointer, prompt, text. */
function read(records: readonly unknown[], format: Format = 'jsonl', header = true) {
  const reader = detectShape(records, { format, header });
  const responses: Extracted[] = records.flatMap((record) => {
    const found = reader.extract(record).responses;
    for (const each of found) expect(textAt(record, each.pointer, each.range)).toBe(each.text);
    return [...found];
  });
  const rows: Row[] = responses.map(({ pointer, prompt, text }) => ({ pointer, prompt, text }));
  return { reader, name: reader.shape.name, rows, parts: responses.map((each) => each.part), responses };
}

const human = (value: string) => ({ from: 'human', value });
const gpt = (value: string) => ({ from: 'gpt', value });
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });

describe('fields of one object', () => {
  it('reads alpaca with and without input', () => {
    const { name, rows, reader } = read([
      { instruction: 'Add.', input: '2 and 2', output: 'Four.' },
      { instruction: 'Greet.', input: '', output: 'Hello.' },
    ]);
    expect(name).toBe('alpaca');
    expect(reader.shape.description).toBe('alpaca: /instruction + /input → /output');
    expect(rows).toEqual([
      { pointer: '/output', prompt: 'Add.\n\n2 and 2', text: 'Four.' },
      { pointer: '/output', prompt: 'Greet.', text: 'Hello.' },
    ]);
  });

  it('takes an answer that plays a dialogue for one answer, where the prompt stands elsewhere', () => {
    const output = 'User: Hi\n\nAssistant: Hello\n\nUser: Bye\n\nAssistant: Bye!';
    const { rows } = read([{ instruction: 'Write a dialogue.', input: '', output }]);
    expect(rows).toEqual([{ pointer: '/output', prompt: 'Write a dialogue.', text: output }]);
  });

  it('reads alpaca with response, system and history', () => {
    const { rows } = read([
      { system: 'Be kind.', history: [['Hi', 'Hey']], instruction: 'Bye', response: 'So long.' },
    ]);
    expect(rows).toEqual([
      { pointer: '/history/0/1', prompt: 'Be kind.\n\nHi', text: 'Hey' },
      { pointer: '/response', prompt: 'Be kind.\n\nHi\n\nHey\n\nBye', text: 'So long.' },
    ]);
  });

  it('prefers alpaca to the template that repeats it, and calls outputs with a generator so', () => {
    const text = '### Instruction:\nGo\n\n### Response:\nGone';
    expect(read([{ instruction: 'Go', input: '', output: 'Gone', text }]).name).toBe('alpaca');
    expect(read([{ output: 'Gone', generator: 'm', instruction: 'Go' }]).name).toBe('model-outputs');
  });

  it.each([
    ['strings', 'Why?', 'Because.', '/completion', 'Because.'],
    ['messages', [user('Why?')], [assistant('Because.')], '/completion/0/content', 'Because.'],
    ['tokens', ['Wh', 'y?'], ['Be', 'cause', '.'], '/completion', 'Because.'],
  ])('reads prompt and completion as %s', (_, prompt, completion, pointer, text) => {
    const { name, rows } = read([{ prompt, completion }]);
    expect(name).toBe('prompt-completion');
    expect(rows).toEqual([{ pointer, prompt: 'Why?', text }]);
  });

  it('takes several sampled completions as several responses', () => {
    const texts = ['The first answer of two.', 'The second answer of two.'];
    expect(read([{ prompt: 'Q', completions: texts }]).rows.map((row) => row.pointer)).toEqual([
      '/completions/0',
      '/completions/1',
    ]);
  });

  it.each([
    ['question', 'answer'],
    ['query', 'response'],
    ['input', 'target'],
    ['human', 'assistant'],
    ['user', 'bot'],
    ['problem', 'solution'],
    ['Question', 'Model Output'],
  ])('finds the columns %s and %s', (asked, answered) => {
    const { name, rows } = read([{ [asked]: 'Why?', [answered]: 'Because.' }], 'csv');
    expect(name).toBe('columns');
    expect(rows).toEqual([{ pointer: `/${answered}`, prompt: 'Why?', text: 'Because.' }]);
  });

  it('reads vicuna answers', () => {
    const { name, rows } = read([{ question_id: 3, text: 'An answer.', answer_id: 'x' }]);
    expect(name).toBe('question-text');
    expect(rows).toEqual([{ pointer: '/text', prompt: '', text: 'An answer.' }]);
  });

  it('keeps reasoning beside the answer apart', () => {
    const { parts, rows } = read([{ question: 'Q', reasoning: 'Let me see.', answer: 'A' }]);
    expect(parts).toEqual(['reasoning', 'answer']);
    expect(rows.map((row) => row.prompt)).toEqual(['Q', 'Q']);
  });
});

describe('conversations', () => {
  it('reads every assistant turn with all turns before it', () => {
    const { name, rows } = read([
      {
        messages: [
          { role: 'system', content: 'Be brief.' },
          user('One?'),
          assistant('1'),
          user('Two?'),
          assistant('2'),
        ],
      },
    ]);
    expect(name).toBe('messages');
    expect(rows).toEqual([
      { pointer: '/messages/2/content', prompt: 'Be brief.\n\nOne?', text: '1' },
      { pointer: '/messages/4/content', prompt: 'Be brief.\n\nOne?\n\n1\n\nTwo?', text: '2' },
    ]);
  });

  it.each([
    ['an object', { answer: 'Yes' }, '/messages/1/content/answer'],
    ['text parts', [{ type: 'text', text: 'Yes' }], '/messages/1/content/0/text'],
    ['value parts', [{ type: 'text', value: 'Yes' }], '/messages/1/content/0/value'],
  ])('reads content given as %s', (_, content, pointer) => {
    expect(read([{ messages: [user([{ type: 'text', text: 'Q' }]), assistant(content)] }]).rows).toEqual([
      { pointer, prompt: 'Q', text: 'Yes' },
    ]);
  });

  it('keeps reasoning and tool calls apart, and tool results out', () => {
    const { responses } = read([
      {
        messages: [
          user('Weather?'),
          {
            role: 'assistant',
            reasoning_content: 'I should look.',
            content: null,
            tool_calls: [
              { id: 'a', type: 'function', function: { name: 'look', arguments: '{"at":"Oslo"}' } },
            ],
          },
          { role: 'tool', content: 'rain' },
          assistant([
            { type: 'thinking', thinking: 'It rains.' },
            { type: 'text', text: 'Rain.' },
            { type: 'tool_use', name: 'note', input: { text: 'rain in Oslo' } },
          ]),
        ],
      },
    ]);
    expect(responses.map(({ part, pointer, text }) => [part, pointer, text])).toEqual([
      ['reasoning', '/messages/1/reasoning_content', 'I should look.'],
      ['tool-call', '/messages/1/tool_calls/0/function/arguments', '{"at":"Oslo"}'],
      ['reasoning', '/messages/3/content/0/thinking', 'It rains.'],
      ['answer', '/messages/3/content/1/text', 'Rain.'],
      ['tool-call', '/messages/3/content/2/input/text', 'rain in Oslo'],
    ]);
    expect(responses[3]?.prompt).toBe('Weather?\n\nI should look.\n\n{"at":"Oslo"}\n\nrain');
  });

  it('splits a think block from the answer by range', () => {
    const { responses } = read([{ messages: [user('Q'), assistant('<think>\nhm\n</think>\n\nA')] }]);
    expect(responses.map(({ part, range, text }) => [part, range, text])).toEqual([
      ['reasoning', [8, 10], 'hm'],
      ['answer', [21, 22], 'A'],
    ]);
  });

  it('reads ShareGPT with function calls and observations', () => {
    const { name, rows, parts } = read([
      {
        conversations: [
          human('Dinner?'),
          { from: 'function_call', value: '{"name":"cook"}' },
          { from: 'observation', value: 'soup' },
          gpt('Soup.'),
        ],
      },
    ]);
    expect(name).toBe('sharegpt');
    expect(parts).toEqual(['tool-call', 'answer']);
    expect(rows[1]).toEqual({
      pointer: '/conversations/3/value',
      prompt: 'Dinner?\n\n{"name":"cook"}\n\nsoup',
      text: 'Soup.',
    });
  });

  it('reads a list of messages as a record, and a reply beside its messages', () => {
    expect(read([[user('Q'), assistant('A')]]).rows[0]?.pointer).toBe('/1/content');
    expect(read([{ messages: [user('Q')], response: 'A' }]).rows).toEqual([
      { pointer: '/response', prompt: 'Q', text: 'A' },
    ]);
  });
});

describe('preferences and labels', () => {
  it.each([
    ['strings', 'yes', 'no', '', ''],
    ['messages', gpt('yes'), gpt('no'), '/value', '/value'],
    ['lists', [assistant('yes')], [assistant('no')], '/0/content', '/0/content'],
  ])('reads chosen and rejected as %s', (_, chosen, rejected, one, other) => {
    const { name, rows } = read([{ conversations: [human('Q')], chosen, rejected }]);
    expect(name).toBe('preference');
    expect(rows).toEqual([
      { pointer: `/chosen${one}`, prompt: 'Q', text: 'yes' },
      { pointer: `/rejected${other}`, prompt: 'Q', text: 'no' },
    ]);
  });

  it('reads transcripts by range, and turns that both share once', () => {
    const before = '\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: Bye\n\nAssistant: ';
    const { rows, responses } = read([{ chosen: `${before}So long`, rejected: `${before}Go` }]);
    expect(rows).toEqual([
      { pointer: '/chosen', prompt: 'Hi', text: 'Hello' },
      { pointer: '/chosen', prompt: 'Hi\n\nHello\n\nBye', text: 'So long' },
      { pointer: '/rejected', prompt: 'Hi\n\nHello\n\nBye', text: 'Go' },
    ]);
    expect(responses[0]?.range).toEqual([24, 29]);
  });

  it('reads KTO with completions and with messages', () => {
    expect(read([{ prompt: 'Q', completion: 'A', label: true }]).name).toBe('labelled');
    const { name, reader } = read([{ messages: [user('Q'), assistant('A')], label: false }]);
    expect(name).toBe('labelled');
    expect(reader.meta({ messages: [], label: false })).toEqual({ label: false });
  });
});

describe('benchmarks, trees and APIs', () => {
  it('reads choices with turns as strings and objects', () => {
    const { name, rows } = read([
      { question_id: 1, choices: [{ index: 0, turns: ['One', 'Two'] }] },
      { question_id: 2, choices: [{ index: 0, turns: [{ content: 'Three' }] }] },
    ]);
    expect(name).toBe('choices');
    expect(rows).toEqual([
      { pointer: '/choices/0/turns/0', prompt: '', text: 'One' },
      { pointer: '/choices/0/turns/1', prompt: 'One', text: 'Two' },
      { pointer: '/choices/0/turns/0/content', prompt: '', text: 'Three' },
    ]);
  });

  it('reads OASST messages, the prompt from earlier records', () => {
    const { name, rows } = read([
      { message_id: 'a', parent_id: null, role: 'prompter', text: 'Q' },
      { message_id: 'b', parent_id: 'a', role: 'assistant', text: 'A' },
      { message_id: 'c', parent_id: 'b', role: 'prompter', text: 'More' },
      { message_id: 'd', parent_id: 'c', role: 'assistant', text: 'B' },
      { message_id: 'e', parent_id: 'lost', role: 'assistant', text: 'C' },
    ]);
    expect(name).toBe('oasst');
    expect(rows.map((row) => row.prompt)).toEqual(['Q', 'Q\n\nA\n\nMore', '']);
  });

  it('reads OASST trees', () => {
    const tree = {
      message_id: 'a',
      role: 'prompter',
      text: 'Q',
      replies: [
        { role: 'assistant', text: 'A', replies: [] },
        { role: 'assistant', text: 'B' },
      ],
    };
    expect(read([tree]).rows).toEqual([
      { pointer: '/replies/0/text', prompt: 'Q', text: 'A' },
      { pointer: '/replies/1/text', prompt: 'Q', text: 'B' },
    ]);
    expect(read([{ message_tree_id: 't', prompt: tree }]).rows[1]?.pointer).toBe('/prompt/replies/1/text');
  });

  it.each([
    ['OpenAI chat', { choices: [{ message: assistant('A') }] }, '/choices/0/message/content', ''],
    ['OpenAI text', { prompt: 'Q', response: { choices: [{ text: 'A' }] } }, '/response/choices/0/text', 'Q'],
    ['Anthropic', { role: 'assistant', content: [{ type: 'text', text: 'A' }] }, '/content/0/text', ''],
    [
      'Gemini',
      {
        request: { contents: [{ role: 'user', parts: [{ text: 'Q' }] }] },
        response: { candidates: [{ content: { parts: [{ text: 'A' }] } }] },
      },
      '/response/candidates/0/content/parts/0/text',
      'Q',
    ],
    [
      'self-instruct',
      { instruction: 'Q', input: 'I', response: { choices: [{ text: 'A' }] } },
      '/response/choices/0/text',
      'Q\n\nI',
    ],
  ])('reads %s responses', (_, record, pointer, prompt) => {
    const { name, rows } = read([record]);
    expect(name).toBe('api-response');
    expect(rows).toEqual([{ pointer, prompt, text: 'A' }]);
  });
});

describe('one string that holds a conversation', () => {
  it('reads transcripts', () => {
    const { name, rows } = read([
      { text: '\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: Bye\n\nAssistant: Bye!' },
    ]);
    expect(name).toBe('transcript');
    expect(rows.map((row) => row.text)).toEqual(['Hello', 'Bye!']);
  });

  it.each([
    ['###', 'Below is a task.\n\n### Instruction:\nQ\n\n### Response:\nA'],
    ['### Human', '### Human: Q\n### Assistant: A'],
    ['ChatML', '<|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\nA<|im_end|>\n'],
    ['[INST]', '<s>[INST] Q [/INST] A </s>'],
    ['Gemma', '<start_of_turn>user\nQ<end_of_turn>\n<start_of_turn>model\nA<end_of_turn>'],
    [
      'Llama 3',
      '<|start_header_id|>user<|end_header_id|>\n\nQ<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nA<|eot_id|>',
    ],
  ])('reads the %s template', (_, text) => {
    const { name, rows, reader } = read([{ text }]);
    expect(name).toBe('template');
    expect(reader.shape.description).toContain('(part of the string)');
    expect(rows.map((row) => row.text)).toEqual(['A']);
    expect(rows[0]?.prompt).toMatch(/Q$/);
  });

  it('reads a text file as one response', () => {
    expect(read(['Dear all,'], 'text').rows).toEqual([{ pointer: '', prompt: '', text: 'Dear all,' }]);
  });
});
