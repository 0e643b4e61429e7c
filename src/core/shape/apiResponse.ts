/** Raw API responses, bare or wrapped by a log or a batch: OpenAI, Anthropic, Gemini. */
import { promptText } from './answers.js';
import { assistantTurn, extraction, turnOf } from './conversation.js';
import { promptOf } from './fields.js';
import { field, isFields, joinTurns } from './layout.js';
import type { Fields, Layout } from './layout.js';
import type { Piece } from './pieces.js';
import { contentPieces, toolCallPieces } from './pieces.js';
import { child, valueAt } from './pointer.js';

/** Where logs and batches put the response object. */
const PAYLOADS = [
  '',
  '/response',
  '/response/body',
  '/result',
  '/result/message',
  '/completion',
  '/body',
  '/output',
  '/raw_response',
];
const REQUESTS = ['', '/request', '/request/body', '/body', '/params'];
const PROMPTS = ['instructions', 'prompt', 'messages', 'contents', 'input'];

/** {choices: [{message|text}]}, {role: "assistant", content: […]}, {candidates: [{content}]}, {output: […]}. */
export function apiResponse(): Layout {
  return {
    name: 'api-response',
    from: 'the request, if it was kept',
    uses: new Set([
      ...PROMPTS,
      'instruction',
      'response',
      'request',
      'result',
      'choices',
      'candidates',
      'content',
      'output',
      'body',
    ]),
    read: (record) => {
      if (!isFields(record)) return undefined;
      for (const pointer of PAYLOADS) {
        const pieces = payloadPieces(valueAt(record, pointer), pointer);
        if (pieces) return extraction(pieces.map(assistantTurn), promptFor(record));
      }
      return undefined;
    },
  };
}

/** The pieces of each alternative answer in a response object; undefined if it is none. */
function payloadPieces(value: unknown, pointer: string): Piece[][] | undefined {
  if (!isFields(value)) return undefined;
  const found: Piece[][] = [];
  const each = (name: string, read: (item: unknown, at: string) => readonly Piece[] | undefined): void => {
    const list = field(value, name);
    if (!Array.isArray(list)) return;
    for (const [index, item] of (list as unknown[]).entries()) {
      const pieces = read(item, child(child(pointer, name), index));
      if (pieces) found.push([...pieces]);
    }
  };
  each('choices', (choice, at) => {
    if (isFields(field(choice, 'message')))
      return turnOf(field(choice, 'message'), `${at}/message`, true).pieces;
    return typeof field(choice, 'text') === 'string'
      ? contentPieces(field(choice, 'text'), `${at}/text`)
      : undefined;
  });
  each('candidates', (candidate, at) =>
    isFields(field(candidate, 'content'))
      ? contentPieces(field(candidate, 'content'), `${at}/content`)
      : undefined,
  );
  if (field(value, 'object') === 'response' || typeof field(value, 'output_text') === 'string')
    each('output', (item, at) =>
      field(item, 'type') === 'function_call' ? toolCallPieces(item, at) : contentPieces(item, at),
    );
  if (field(value, 'role') === 'assistant' && Array.isArray(field(value, 'content')))
    found.push(contentPieces(field(value, 'content'), `${pointer}/content`));
  return found.length > 0 ? found : undefined;
}

function promptFor(record: Fields): string {
  for (const pointer of REQUESTS) {
    const request = valueAt(record, pointer);
    if (!isFields(request)) continue;
    const instruction = field(request, 'instruction');
    const prompt =
      typeof instruction === 'string' && field(request, 'prompt') === undefined
        ? joinTurns([instruction, promptText(field(request, 'input'))])
        : promptOf(request, field(request, 'prompt') === undefined ? PROMPTS : ['prompt']);
    if (prompt !== '') return prompt;
  }
  return '';
}
