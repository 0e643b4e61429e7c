/** `inspect`: what a dataset file holds. */
import path from 'node:path';
import { inspectFiles } from '../engine/inspectFiles.js';
import type { Inspection } from '../io/dataset/inspectDataset.js';
import { Failure } from '../shared/failure.js';
import { parametersFrom } from './compareCommand.js';
import type { Terminal } from './terminal.js';
import { parsedWords } from './words.js';

const OPTIONS = {
  set: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

/** Prints shape, counts, fields and lengths of each file; throws Failure. */
export async function inspectCommand(words: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parsedWords(words, OPTIONS);
  if (positionals.length === 0)
    throw new Failure('usage', 'inspect needs a dataset file or a folder of them.');
  const shape = parametersFrom(values.set ?? []).suspectShape;
  const inspections = await inspectFiles(
    positionals.map((file) => path.resolve(file)),
    shape,
    terminal.signal,
  );
  if (values.json) terminal.out(JSON.stringify(inspections.length === 1 ? inspections[0] : inspections));
  else for (const inspection of inspections) terminal.out(table(inspection));
}

function table(inspection: Inspection): string {
  const { format, compression, shape, lengths, fields, notes } = inspection;
  const rows: [string, string | number][] = [
    ['file', inspection.path],
    ['format', compression === 'none' ? format : `${format}, ${compression}`],
    ['shape', `${shape.name}${shape.guessed ? ' (guessed)' : ''}`],
    ['', shape.description],
    ['bytes', inspection.bytes],
    ['sha256', inspection.sha256],
    ['records', inspection.records],
    ['responses', inspection.responses],
    ['skipped', inspection.skipped],
    [
      'length',
      `${lengths.min} – ${lengths.median} – ${lengths.p90} – ${lengths.max} characters (min, median, 90 %, max)`,
    ],
    ...fields.map((field, at): [string, string] => [
      at === 0 ? 'fields' : '',
      `${field.name}: ${field.type}, in ${field.present}`,
    ]),
    ...notes.map((note, at): [string, string] => [at === 0 ? 'notes' : '', note]),
    ['prompt', excerpt(inspection.first?.prompt ?? '')],
    ['response', excerpt(inspection.first?.text ?? '')],
  ];
  return rows.map(([name, value]) => `${name.padEnd(10)}${value}`).join('\n') + '\n';
}

/** The start of a text on one line, with control characters out of the way: a terminal obeys them. */
function excerpt(text: string): string {
  const line = text
    .slice(0, 400)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
