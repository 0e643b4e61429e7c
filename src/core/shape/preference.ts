/** Preference data: the chosen and the rejected answer are both responses. */
import { answerTurns } from './answers.js';
import type { Turn } from './conversation.js';
import { extractTurns } from './conversation.js';
import { promptOf } from './fields.js';
import { emptyReason, field, isFields } from './layout.js';
import type { Fields, Layout } from './layout.js';
import { child } from './pointer.js';
import type { Extraction } from './reader.js';

const PAIRS = [
  ['chosen', 'rejected'],
  ['chosen_response', 'rejected_response'],
  ['response_0', 'response_1'],
  ['response_a', 'response_b'],
] as const;
const PROMPTS = [
  'prompt',
  'instruction',
  'input',
  'question',
  'query',
  'messages',
  'conversations',
  'conversation',
  'history',
];

/** {prompt|conversations|…, chosen, rejected}, each a string, a transcript, a message or a list of messages. */
export function preference(): Layout {
  return {
    name: 'preference',
    from: '/prompt or the turns before',
    uses: new Set([...PROMPTS, ...PAIRS.flat(), 'system', 'system_prompt', 'tools']),
    read: (record) => {
      if (!isFields(record)) return undefined;
      const pair = PAIRS.find(([one, other]) => Object.hasOwn(record, one) && Object.hasOwn(record, other));
      return pair && readPair(record, pair);
    },
  };
}

function readPair(record: Fields, pair: readonly [string, string]): Extraction {
  const prompt = promptOf(record, PROMPTS);
  const [chosen, rejected] = pair.map((name) => answerTurns(field(record, name), child('', name))) as [
    Turn[],
    Turn[],
  ];
  const shared = commonTurns(chosen, rejected);
  const before = chosen.slice(0, shared).some((turn) => prompt.includes(turn.said)) ? '' : prompt;
  const responses = [
    ...extractTurns(chosen, before),
    // Whole conversations share their first turns, which are responses once, not twice.
    ...extractTurns(
      rejected.map((turn, index) => (index < shared ? { ...turn, pieces: undefined } : turn)),
      before,
    ),
  ];
  return responses.length > 0 ? { responses } : { responses, reason: emptyReason(field(record, pair[0])) };
}

/** How many turns both conversations start with; 0 for single answers, which may well be equal. */
function commonTurns(one: readonly Turn[], other: readonly Turn[]): number {
  if (one.length < 2 || other.length < 2) return 0;
  let count = 0;
  while (count < one.length && count < other.length && sameTurn(one[count], other[count])) count++;
  return count;
}

function sameTurn(one: Turn | undefined, other: Turn | undefined): boolean {
  return one?.said === other?.said && (one?.pieces === undefined) === (other?.pieces === undefined);
}
