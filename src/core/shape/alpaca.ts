/** alpaca {instruction, input?, output|response} and alpaca_eval's model outputs, which add a generator. */
import { fieldLayout } from './fields.js';
import { field } from './layout.js';
import type { Fields, Layout } from './layout.js';

const RESPONSES = ['output', 'response', 'completion', 'answer', 'outputs', 'responses', 'completions'];

function isAlpaca(record: Fields): boolean {
  return (
    typeof field(record, 'instruction') === 'string' && RESPONSES.some((name) => Object.hasOwn(record, name))
  );
}

/** {instruction, input?, output|response}, with LLaMA-Factory's `system` and `history`. */
export function alpaca(): Layout {
  return fieldLayout({
    name: 'alpaca',
    from: '/instruction + /input',
    fits: isAlpaca,
    prompts: ['instruction', 'input'],
    responses: RESPONSES,
  });
}

/** {instruction, output, generator, …}: one model's answers to a benchmark's prompts. */
export function modelOutputs(): Layout {
  return fieldLayout({
    name: 'model-outputs',
    from: '/instruction',
    fits: (record) => isAlpaca(record) && typeof field(record, 'generator') === 'string',
    prompts: ['instruction', 'input'],
    responses: RESPONSES,
  });
}
