import { describe, expect, it } from 'vitest';
import { recordTurns } from '../../../src/core/shape/recordTurns.js';

const told = (record: unknown, pointer: string, range?: readonly [number, number]) =>
  recordTurns(record, pointer, range).map(({ role, text, place }) => `${place} ${role}: ${text}`);

describe('the turns of a record', () => {
  it('are told by role, in order, around the response', () => {
    const record = {
      id: 'x1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'Why?' }] },
        { role: 'assistant', content: 'Because.' },
        { role: 'user', name: 'ann', content: 'Thanks.' },
      ],
      temperature: 0.7,
    };
    expect(told(record, '/messages/2/content')).toEqual([
      'before system: Be brief.',
      'before user: Why?',
      'response assistant: Because.',
      'after user: Thanks.',
    ]);
  });

  it('are fields by their names where nobody speaks', () => {
    expect(told({ instruction: 'Why?', input: '', output: 'Because.', score: 3 }, '/output')).toEqual([
      'before instruction: Why?',
      'response output: Because.',
    ]);
  });

  it('are the rest of a string that holds more than the response', () => {
    const text = 'Human: Why?\n\nAssistant: Because.\n\nHuman: Ah.';
    const start = text.indexOf('Because');
    expect(told({ text }, '/text', [start, start + 8])).toEqual([
      'before text: Human: Why?\n\nAssistant: ',
      'response text: Because.',
      'after text: \n\nHuman: Ah.',
    ]);
    expect(told('All of it.', '')).toEqual(['response text: All of it.']);
  });

  it('do not follow what a record only inherits', () => {
    const record = JSON.parse('{"__proto__": {"role": "user", "content": "x"}, "output": "Yes."}') as unknown;
    expect(told(record, '/output').at(-1)).toBe('response output: Yes.');
    expect(told({ output: 'Yes.' }, '/gone')).toEqual(['before output: Yes.']);
  });
});
