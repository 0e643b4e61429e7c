/** Shapes whose prompt and response are fields of one object: alpaca, prompt and completion, columns. */
import type { ShapeName } from '../../shared/dataset.js';
import { answerTurns, historyTurns, promptText } from './answers.js';
import { extraction, extractTurns } from './conversation.js';
import { emptyReason, field, firstField, isFields, joinTurns } from './layout.js';
import type { Fields, Layout } from './layout.js';
import { contentPieces } from './pieces.js';
import { child } from './pointer.js';
import type { Extracted, Extraction } from './reader.js';

/** How a family of such shapes is laid out. */
export interface FieldSpec {
  readonly name: ShapeName;
  readonly from: string;
  readonly fits: (record: Fields) => boolean;
  /** All of these that are there make up the prompt, in this order. */
  readonly prompts: readonly string[];
  /** The first of these that is there holds the response. */
  readonly responses: readonly string[];
}

const SYSTEM = ['system', 'system_prompt'];
const REASONING = ['reasoning_content', 'reasoning', 'thinking', 'chain_of_thought', 'cot', 'rationale'];

/** The system text and the fields `prompts` of a record as one prompt. */
export function promptOf(record: Fields, prompts: readonly string[]): string {
  const system = firstField(record, SYSTEM);
  return textsOf(record, system === undefined ? prompts : [system, ...prompts]);
}

function textsOf(record: Fields, names: readonly string[]): string {
  return joinTurns(names.map((name) => promptText(field(record, name))));
}

/** A layout that reads records by `spec`. */
export function fieldLayout(spec: FieldSpec): Layout {
  const uses = new Set([...SYSTEM, ...REASONING, 'history', ...spec.prompts, ...spec.responses]);
  return {
    name: spec.name,
    from: spec.from,
    uses,
    read: (record) => (isFields(record) && spec.fits(record) ? readFields(record, spec) : undefined),
  };
}

function readFields(record: Fields, spec: FieldSpec): Extraction {
  const name =
    firstField(record, spec.responses) ?? spec.responses.find((each) => Object.hasOwn(record, each));
  const value = name === undefined ? undefined : record[name];
  const history = historyTurns(field(record, 'history'), '/history');
  const system = promptOf(record, []);
  const prompt = joinTurns([system, ...history.map((turn) => turn.said), textsOf(record, spec.prompts)]);
  const reasoning = firstField(record, REASONING);
  const responses: Extracted[] = [
    ...extractTurns(history, system),
    ...(reasoning === undefined
      ? []
      : contentPieces(record[reasoning], child('', reasoning), 'reasoning')
          .filter((piece) => piece.text.trim() !== '')
          .map((piece) => ({ ...piece, prompt }))),
    ...(name === undefined
      ? []
      : extraction(answerTurns(value, child('', name), prompt === ''), prompt).responses),
  ];
  return responses.length > 0 ? { responses } : { responses, reason: emptyReason(value) };
}
