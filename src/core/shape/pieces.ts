/** The texts inside one message: final answer, reasoning and tool calls, each with its place in the record. */
import type { ResponsePart, Span } from '../../shared/dataset.js';
import { field, firstField, isFields } from './layout.js';
import { child } from './pointer.js';
import { leaves } from './leaves.js';

/** A stretch of text in a record. */
export interface Piece {
  readonly pointer: string;
  readonly range?: Span;
  readonly part: ResponsePart;
  readonly text: string;
}

const CONTENT = [
  'answer',
  'text',
  'value',
  'content',
  'parts',
  'response',
  'output',
  'generated_text',
  'completion',
];
const REASONING = ['reasoning_content', 'reasoning', 'thinking', 'thoughts', 'summary'];
const TOOL_CALL = new Set([
  'tool_use',
  'tool_call',
  'function_call',
  'function',
  'server_tool_use',
  'tool-call',
]);
const TOOL_RESULT = /result|response|image|audio|video|file|document/;
/** Deep enough for every API, shallow enough for hostile nesting. */
const MAX_DEPTH = 12;

/** `text` from `start` to `end` without white space at either end. */
export function trimSpan(text: string, start: number, end: number): Span {
  const cut = text.slice(start, end);
  const from = start + (cut.length - cut.trimStart().length);
  return [from, Math.max(from, start + cut.trimEnd().length)];
}

/** A string as pieces; a leading `<think>…</think>` becomes a reasoning piece of its own. */
export function stringPieces(text: string, pointer: string, part: ResponsePart = 'answer'): Piece[] {
  const close = part === 'answer' && text.includes('</think') ? /<\/think(?:ing)?>/.exec(text) : null;
  if (!close) return [{ pointer, part, text }];
  const open = /^\s*<think(?:ing)?>/.exec(text);
  // Some templates open the block themselves, so that only its end is in the text.
  if (!open && /<think(?:ing)?>/.test(text.slice(0, close.index))) return [{ pointer, part, text }];
  const spans: [ResponsePart, Span][] = [
    ['reasoning', trimSpan(text, open?.[0].length ?? 0, close.index)],
    ['answer', trimSpan(text, close.index + close[0].length, text.length)],
  ];
  return spans.map(([kind, range]) => ({ pointer, range, part: kind, text: text.slice(range[0], range[1]) }));
}

/** The pieces of a message's content: a string, a part, or a list of either. */
export function contentPieces(
  value: unknown,
  pointer: string,
  part: ResponsePart = 'answer',
  depth = 0,
): Piece[] {
  if (typeof value === 'string') return stringPieces(value, pointer, part);
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value))
    return (value as unknown[]).flatMap((item, index) =>
      contentPieces(item, child(pointer, index), part, depth + 1),
    );
  if (!isFields(value)) return [];
  const type = field(value, 'type');
  if (typeof type === 'string') {
    if (TOOL_CALL.has(type)) return toolCallPieces(value, pointer);
    if (/thinking|reasoning|thought/.test(type)) return reasoningPieces(value, pointer, depth);
    if (TOOL_RESULT.test(type) && field(value, 'text') === undefined) return [];
  }
  if (field(value, 'functionCall') !== undefined)
    return toolCallPieces(field(value, 'functionCall'), child(pointer, 'functionCall'));
  if (field(value, 'functionResponse') !== undefined) return [];
  const name = firstField(value, CONTENT);
  const own = field(value, 'thought') === true ? 'reasoning' : part;
  return [
    ...thinkingFields(value, pointer, depth),
    ...(name === undefined ? [] : contentPieces(value[name], child(pointer, name), own, depth + 1)),
  ];
}

/** The pieces of one message `{role, content, reasoning_content?, tool_calls?}`, content under `key`. */
export function messagePieces(
  message: unknown,
  pointer: string,
  key: string | undefined,
  part: ResponsePart = 'answer',
): Piece[] {
  const calls = field(message, 'tool_calls');
  return [
    ...thinkingFields(message, pointer, 0),
    ...(key === undefined ? [] : contentPieces(field(message, key), child(pointer, key), part)),
    ...(Array.isArray(calls) ? (calls as unknown[]) : []).flatMap((call, index) =>
      toolCallPieces(call, child(child(pointer, 'tool_calls'), index)),
    ),
    ...(isFields(field(message, 'function_call'))
      ? toolCallPieces(field(message, 'function_call'), child(pointer, 'function_call'))
      : []),
  ];
}

function thinkingFields(value: unknown, pointer: string, depth: number): Piece[] {
  const name = firstField(value, REASONING);
  if (name === undefined) return [];
  return contentPieces(field(value, name), child(pointer, name), 'reasoning', depth + 1);
}

function reasoningPieces(value: unknown, pointer: string, depth: number): Piece[] {
  const name = firstField(value, [...REASONING, ...CONTENT]);
  if (name === undefined) return [];
  return contentPieces(field(value, name), child(pointer, name), 'reasoning', depth + 1);
}

/** What a tool call was given: its arguments, as one JSON string or as the strings inside them. */
export function toolCallPieces(call: unknown, pointer: string): Piece[] {
  const inner = isFields(field(call, 'function')) ? 'function' : undefined;
  const target = inner === undefined ? call : field(call, inner);
  const base = inner === undefined ? pointer : child(pointer, inner);
  const name = firstField(target, ['arguments', 'input', 'args', 'parameters']);
  if (name === undefined) return [];
  return leaves(field(target, name), child(base, name), 64).map((leaf) => ({ ...leaf, part: 'tool-call' }));
}
