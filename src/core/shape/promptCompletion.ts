/** {prompt, completion} in its many spellings, KTO's labelled completions, and vicuna's {question_id, text}. */
import { fieldLayout } from './fields.js';
import type { FieldSpec } from './fields.js';
import { field } from './layout.js';
import type { Fields, Layout } from './layout.js';

const RESPONSES = [
  'completion',
  'response',
  'output',
  'generation',
  'answer',
  'completions',
  'responses',
  'generations',
  'outputs',
  'generated_text',
  'model_output',
  'reply',
];

const SPEC: FieldSpec = {
  name: 'prompt-completion',
  from: '/prompt',
  fits: isCompletion,
  prompts: ['prompt'],
  responses: RESPONSES,
};

function isCompletion(record: Fields): boolean {
  return Object.hasOwn(record, 'prompt') && RESPONSES.some((name) => Object.hasOwn(record, name));
}

/** {prompt, completion|response|…}; either may be a string, a list of messages or a list of token strings. */
export function promptCompletion(): Layout {
  return fieldLayout(SPEC);
}

/** KTO: {prompt, completion, label}, the label true or false. */
export function labelledCompletion(): Layout {
  return fieldLayout({
    ...SPEC,
    name: 'labelled',
    fits: (record) => isCompletion(record) && typeof field(record, 'label') === 'boolean',
  });
}

/** vicuna: {question_id, text}; the question lies in another file unless it was added. */
export function questionText(): Layout {
  return fieldLayout({
    name: 'question-text',
    from: '',
    fits: (record) => Object.hasOwn(record, 'question_id') && Object.hasOwn(record, 'text'),
    prompts: ['question', 'prompt'],
    responses: ['text'],
  });
}
