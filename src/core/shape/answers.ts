/** A field that holds an answer, in any of the forms met: string, token strings, message, messages, objects. */
import { assistantTurn, isMessage, isMessages, otherTurn, turnOf, turnsOf, wordsOf } from './conversation.js';
import type { Turn } from './conversation.js';
import { isFields, joinTurns } from './layout.js';
import { contentPieces, stringPieces } from './pieces.js';
import { child, isStrings } from './pointer.js';
import { cutInlined } from './inlined.js';

/** Mean length below which the strings of a list are taken for tokens of one text. */
const TOKEN_LENGTH = 12;

/** True for a list of strings that are tokens of one text, not texts of their own. */
export function isTokens(value: unknown): value is string[] {
  if (!isStrings(value) || value.length < 2) return false;
  return value.reduce((sum, token) => sum + token.length, 0) / value.length < TOKEN_LENGTH;
}

/**
 * The turns of an answer field. Strings that are whole transcripts ("\n\nHuman: …") or templates are cut into
 * their turns, unless the prompt stands elsewhere (`whole` is false): then an answer that plays a dialogue is one
 * answer. A list of token strings is one text, whose pointer is that of the list.
 */
export function answerTurns(value: unknown, pointer: string, whole = true): Turn[] {
  if (typeof value === 'string') {
    const inlined = whole ? cutInlined(value, pointer, true) : undefined;
    return inlined?.turns ?? [assistantTurn(stringPieces(value, pointer))];
  }
  if (isTokens(value)) return [assistantTurn([{ pointer, part: 'answer', text: value.join('') }])];
  if (isMessages(value)) {
    const turns = turnsOf(value, pointer);
    // A completion given as messages of one unknown role is still the completion.
    if (turns.some((turn) => turn.pieces)) return turns;
    return value.map((message, index) => turnOf(message, child(pointer, index), true));
  }
  if (isMessage(value)) return [turnOf(value, pointer, true)];
  if (Array.isArray(value) || isFields(value)) return [assistantTurn(contentPieces(value, pointer))];
  return [];
}

/** The text of a prompt field in the same forms, and as pairs of earlier turns `[[user, assistant], …]`. */
export function promptText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isTokens(value)) return value.join('');
  if (isMessages(value)) return joinTurns(turnsOf(value, '').map((turn) => turn.said));
  if (Array.isArray(value)) return joinTurns((value as unknown[]).map((item) => wordsOf(item)));
  return isFields(value) ? wordsOf(value) : '';
}

/** Alpaca's `history`, `[[instruction, response], …]`, as turns. */
export function historyTurns(value: unknown, pointer: string): Turn[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).flatMap((pair, index) => {
    if (!Array.isArray(pair)) return [];
    const [asked, answered] = pair as unknown[];
    return [otherTurn(promptText(asked)), ...answerTurns(answered, child(child(pointer, index), 1), false)];
  });
}
