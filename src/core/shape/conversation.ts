/** Lists of messages: whose turn is whose, and which turns are responses to what. */
import type { ResponsePart } from '../../shared/dataset.js';
import { field, firstField, isFields, joinTurns } from './layout.js';
import { leaves } from './leaves.js';
import type { Piece } from './pieces.js';
import { contentPieces, messagePieces } from './pieces.js';
import { child } from './pointer.js';
import type { Extracted, Extraction } from './reader.js';

/** One turn: text of somebody else, or pieces that the assistant wrote. */
export interface Turn {
  /** Undefined for turns that are no response. */
  readonly pieces: readonly Piece[] | undefined;
  /** The turn's text, as the prompt of later turns. */
  readonly said: string;
}

const ROLE = ['role', 'from', 'speaker', 'author', 'sender'];
const CONTENT = ['content', 'value', 'text', 'parts', 'message', 'utterance'];
const ASSISTANT = new Set(
  'assistant,gpt,model,bot,ai,chatgpt,chatbot,claude,gemini,bard,llm,response,assistant_response'.split(','),
);
const CALLS = new Set(['function_call', 'tool_call', 'function-call', 'tool-call', 'tool_calls']);
/** Fields of message parts that are no words of the turn. */
const NO_WORDS = /\/(?:type|id|tool_use_id|call_id|role|media_type|url|data|detail|name)$/;

/** Who speaks in `message`: its role in lower case; undefined if it is no message. */
export function roleOf(message: unknown): string | undefined {
  if (!isFields(message)) return undefined;
  const value = field(message, firstField(message, ROLE) ?? '');
  const role = isFields(value) ? field(value, 'role') : value;
  return typeof role === 'string' ? role.trim().toLowerCase() : undefined;
}

/** True for a list that has messages, with a role and something said. */
export function isMessages(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && (value as unknown[]).some(isMessage);
}

/** True for an object with a role. */
export function isMessage(value: unknown): boolean {
  return roleOf(value) !== undefined;
}

/** One message as a turn; `forced` takes it as the assistant's whatever its role. */
export function turnOf(message: unknown, pointer: string, forced = false): Turn {
  const role = roleOf(message) ?? '';
  const key = firstField(message, CONTENT);
  const call = CALLS.has(role);
  if (!forced && !call && !ASSISTANT.has(role))
    return { pieces: undefined, said: wordsOf(key === undefined ? undefined : field(message, key)) };
  const part: ResponsePart = call ? 'tool-call' : 'answer';
  return assistantTurn(messagePieces(message, pointer, key, part));
}

/** A list of messages as turns. */
export function turnsOf(messages: readonly unknown[], pointer: string): Turn[] {
  return messages.map((message, index) => turnOf(message, child(pointer, index)));
}

/** A turn of the assistant made of `pieces`. */
export function assistantTurn(pieces: readonly Piece[]): Turn {
  return { pieces, said: joinTurns(pieces.map((piece) => piece.text)) };
}

/** A turn of somebody else. */
export function otherTurn(said: string): Turn {
  return { pieces: undefined, said };
}

/** All words of a message's content, whatever its form, for use in prompts. */
export function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const words = contentPieces(content, '').map((piece) => piece.text);
  if (words.length > 0) return joinTurns(words);
  return joinTurns(
    leaves(content, '', 256)
      .filter((leaf) => !NO_WORDS.test(leaf.pointer))
      .map((leaf) => leaf.text),
  );
}

/** The responses among `turns`, each with all turns before it as its prompt. */
export function extractTurns(turns: readonly Turn[], before = ''): Extracted[] {
  const found: Extracted[] = [];
  let prompt = before;
  for (const turn of turns) {
    for (const piece of turn.pieces ?? []) if (piece.text.trim() !== '') found.push({ ...piece, prompt });
    if (turn.said.trim() !== '') prompt = prompt === '' ? turn.said : `${prompt}\n\n${turn.said}`;
  }
  return found;
}

/** `extractTurns` with the reason when there is nothing. */
export function extraction(turns: readonly Turn[], before = ''): Extraction {
  const responses = extractTurns(turns, before);
  if (responses.length > 0) return { responses };
  const spoke = turns.some((turn) => turn.pieces !== undefined);
  return { responses, reason: spoke ? 'the response is empty' : 'no turn is the assistant’s' };
}
