/** Conversations: OpenAI messages, ShareGPT conversations, and lists of strings that take turns. */
import type { ShapeName } from '../../shared/dataset.js';
import { answerTurns } from './answers.js';
import type { Turn } from './conversation.js';
import { extractTurns, isMessages, otherTurn, turnsOf } from './conversation.js';
import { promptOf } from './fields.js';
import { field, firstField, isFields } from './layout.js';
import type { Layout } from './layout.js';
import { stringPieces } from './pieces.js';
import { child, isStrings } from './pointer.js';
import type { Extraction } from './reader.js';

const LISTS = [
  'messages',
  'conversations',
  'conversation',
  'conversation_a',
  'conversation_b',
  'dialogue',
  'dialog',
  'chat',
  'turns',
  'data',
];
/** A reply that stands beside the messages it answers. */
const REPLIES = ['response', 'completion', 'output', 'answer', 'reply'];

/** OpenAI: {messages: [{role, content}]}; a record may also be the list itself. */
export function messages(): Layout {
  return conversationLayout('messages', 'role');
}

/** ShareGPT: {conversations: [{from, value}]}, with function_call and observation turns. */
export function sharegpt(): Layout {
  return conversationLayout('sharegpt', 'from');
}

/** KTO on conversations: {messages, label}. */
export function labelledMessages(): Layout {
  const layout = conversationLayout('labelled', undefined);
  return {
    ...layout,
    read: (record) => (typeof field(record, 'label') === 'boolean' ? layout.read(record) : undefined),
  };
}

function conversationLayout(name: ShapeName, role: 'role' | 'from' | undefined): Layout {
  return {
    name,
    from: 'the turns before',
    uses: new Set([...LISTS, ...REPLIES, 'system', 'system_prompt', 'tools']),
    read: (record) => {
      const lists = isMessages(record) ? [''] : LISTS.filter((list) => isTurns(field(record, list), list));
      const at = (list: string): unknown => (list === '' ? record : field(record, list));
      const fitting = lists.filter((list) => speaks(at(list), role));
      return fitting.length === 0 ? undefined : read(record, fitting, at);
    },
  };
}

/** A list of messages, or of two and more strings that take turns. */
function isTurns(value: unknown, name: string): boolean {
  return isMessages(value) || (isStrings(value) && value.length > 1 && name !== 'turns');
}

function speaks(value: unknown, role: 'role' | 'from' | undefined): boolean {
  if (isMessages(value)) {
    if (role === undefined) return true;
    const from = value.some((message) => Object.hasOwn(Object(message) as object, 'from'));
    return from === (role === 'from');
  }
  return isStrings(value) && role !== 'from';
}

function read(record: unknown, lists: readonly string[], at: (list: string) => unknown): Extraction {
  const before = isFields(record) ? promptOf(record, []) : '';
  const found = lists.map((list) => {
    const value = at(list);
    const pointer = list === '' ? '' : child('', list);
    return {
      value,
      turns: isMessages(value) ? turnsOf(value, pointer) : alternating(value as string[], pointer),
    };
  });
  const reply = firstField(record, REPLIES);
  const last = found.length === 1 ? found[0]?.turns : undefined;
  if (reply !== undefined && last && last.at(-1)?.pieces === undefined)
    last.push(...answerTurns(field(record, reply), child('', reply)));
  const responses = found.flatMap(({ turns }) => extractTurns(turns, before));
  if (responses.length > 0) return { responses };
  const spoke = found.some(({ turns }) => turns.some((turn) => turn.pieces));
  return { responses, reason: spoke ? 'the response is empty' : 'no turn is the assistant’s' };
}

/** Strings that take turns, the user first. */
function alternating(texts: readonly string[], pointer: string): Turn[] {
  return texts.map((text, index) =>
    index % 2 === 0 ? otherTurn(text) : { pieces: stringPieces(text, child(pointer, index)), said: text },
  );
}
