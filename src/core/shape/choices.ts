/** arena-hard and MT-bench answers: {question_id, choices: [{turns: [string | {content}]}]}. */
import { assistantTurn, extractTurns, otherTurn } from './conversation.js';
import type { Turn } from './conversation.js';
import { field, firstField, isFields } from './layout.js';
import type { Layout } from './layout.js';
import { contentPieces } from './pieces.js';
import { child, isStrings } from './pointer.js';
import { promptText } from './answers.js';

const QUESTIONS = ['turns', 'questions', 'question', 'prompt'];

/** Each turn of each choice is a response; questions are used where the record has them. */
export function choices(): Layout {
  return {
    name: 'choices',
    from: 'the turns before',
    uses: new Set([...QUESTIONS, 'choices']),
    read: (record) => {
      const list = field(record, 'choices');
      if (!Array.isArray(list)) return undefined;
      const items = list as unknown[];
      if (!items.some((choice) => Array.isArray(field(choice, 'turns')))) return undefined;
      const name = firstField(record, QUESTIONS);
      const asked = name === undefined ? undefined : field(record, name);
      const responses = items.flatMap((choice, index) =>
        extractTurns(turnsOfChoice(field(choice, 'turns'), `/choices/${index}/turns`, asked)),
      );
      return responses.length > 0 ? { responses } : { responses, reason: 'the response is empty' };
    },
  };
}

function turnsOfChoice(value: unknown, pointer: string, asked: unknown): Turn[] {
  if (!Array.isArray(value)) return [];
  const questions = isStrings(asked) ? asked : [promptText(isFields(asked) ? field(asked, 'turns') : asked)];
  return (value as unknown[]).flatMap((answer, index) => [
    otherTurn(questions[index] ?? ''),
    assistantTurn(contentPieces(answer, child(pointer, index))),
  ]);
}
