/** The user's own word on where prompt and response are. */
import type { ShapeOverride } from '../../shared/dataset.js';
import { answerTurns, promptText } from './answers.js';
import { extraction } from './conversation.js';
import { emptyReason } from './layout.js';
import { entries } from './leaves.js';
import { metaOf } from './meta.js';
import { child, step, steps, valueAt } from './pointer.js';
import type { Extraction, RecordReader } from './reader.js';

/** The most texts one pointer with `*` finds in a record. */
const MAX_FOUND = 1000;

/**
 * A reader of the fields that the user named: JSON Pointers (`/choices/0/text`), where a step `*` stands for every
 * element of a list, or names of columns (`output`).
 */
export function customShape(override: ShapeOverride): RecordReader {
  const response = pointerOf(override.response);
  const prompt =
    override.prompt === undefined || override.prompt === '' ? undefined : pointerOf(override.prompt);
  const tops = [response, prompt ?? '']
    .map((pointer) => steps(pointer)?.[0])
    .filter((name) => name !== undefined);
  const uses = new Set(tops);
  const description = `custom: ${prompt === undefined ? '' : `${prompt} → `}${response === '' ? 'the whole record' : response}`;
  return {
    shape: { name: 'custom', description, guessed: false },
    extract: (record) => read(record, response, prompt),
    meta: (record) => metaOf(record, uses),
  };
}

function pointerOf(name: string): string {
  return name === '' || name.startsWith('/') ? name : child('', name);
}

function read(record: unknown, response: string, prompt: string | undefined): Extraction {
  const before =
    prompt === undefined
      ? ''
      : expand(record, prompt)
          .map((pointer) => promptText(valueAt(record, pointer)))
          .filter((text) => text.trim() !== '')
          .join('\n\n');
  const found = expand(record, response);
  if (found.length === 0) return { responses: [], reason: `there is nothing at ${response}` };
  const responses = found.flatMap(
    (pointer) => extraction(answerTurns(valueAt(record, pointer), pointer, before === ''), before).responses,
  );
  return responses.length > 0
    ? { responses }
    : { responses, reason: emptyReason(valueAt(record, found[0] ?? '')) };
}

/** The pointers that a pointer with `*` stands for; a field really named `*` comes first. */
function expand(record: unknown, pattern: string): string[] {
  let found: [pointer: string, value: unknown][] = [['', record]];
  for (const name of steps(pattern) ?? []) {
    found = found
      .flatMap(([pointer, value]): [string, unknown][] => {
        const next = step(value, name);
        if (next !== undefined) return [[child(pointer, name), next]];
        return name === '*' ? entries(value).map(([key, item]) => [child(pointer, key), item]) : [];
      })
      .slice(0, MAX_FOUND);
  }
  return found.map(([pointer]) => pointer);
}
