/** Finds the shape of a file by looking at its first records. */
import type { Format, Shape } from '../../shared/dataset.js';
import { Failure } from '../../shared/failure.js';
import { alpaca, modelOutputs } from './alpaca.js';
import { apiResponse } from './apiResponse.js';
import { choices } from './choices.js';
import { columns } from './columns.js';
import { guess, longestField } from './guess.js';
import { kindOf } from './layout.js';
import type { Layout } from './layout.js';
import { entries } from './leaves.js';
import { labelledMessages, messages, sharegpt } from './messages.js';
import { metaOf } from './meta.js';
import { oasst } from './oasst.js';
import { child } from './pointer.js';
import { preference } from './preference.js';
import { labelledCompletion, promptCompletion, questionText } from './promptCompletion.js';
import type { RecordReader } from './reader.js';
import { template, textFile, transcript } from './textFields.js';

/**
 * In order of preference: the more a layout asks of a record, the earlier it stands. Preference data often
 * are conversations too, labelled data are completions, and alpaca files carry their template in `text`.
 */
const LAYOUTS: readonly ((sample: readonly unknown[]) => Layout | undefined)[] = [
  preference,
  labelledCompletion,
  labelledMessages,
  choices,
  apiResponse,
  oasst,
  sharegpt,
  messages,
  modelOutputs,
  alpaca,
  promptCompletion,
  questionText,
  transcript,
  template,
  columns,
];

/** A layout is as good as the best if it reads this share of what the best reads. */
const AS_GOOD = 0.9;
const SAMPLE = 200;

/**
 * The reader for the shape that reads most of the sample's records (up to 200 are looked at): of all layouts
 * that read nearly as many as the best, the first in the order of preference. When none fits, the field with
 * the longest texts is taken, and the shape says that it is a guess.
 *
 * @throws Failure('input') when the sample holds no text at all; the message names the fields found.
 */
export function detectShape(
  sample: readonly unknown[],
  hints: { format: Format; header: boolean },
): RecordReader {
  const looked = sample.slice(0, SAMPLE);
  if (hints.format === 'text') return reader(textFile(), 'text file: the whole text', false);
  if (looked.length === 0) return reader(guess(''), 'the file has no records', true);
  const best = bestLayout(looked);
  if (best) return reader(best(looked) ?? guess(''), describe(best(looked), looked), false);
  const pattern = longestField(looked);
  if (pattern === undefined) throw noText(looked);
  const what =
    Array.isArray(looked[0]) && !hints.header
      ? `no header: column ${Number(pattern.split('/')[1] ?? '0') + 1} has the longest texts`
      : `${pattern === '' ? 'the record' : pattern} has the longest texts`;
  return reader(guess(pattern), `guess: no known shape fits; ${what} and is taken for the response`, true);
}

function bestLayout(
  sample: readonly unknown[],
): ((sample: readonly unknown[]) => Layout | undefined) | undefined {
  const scored = LAYOUTS.map((make) => {
    const layout = make(sample);
    let fits = 0;
    let yields = 0;
    for (const record of layout ? sample : []) {
      const found = layout?.read(record);
      if (found) fits++;
      if (found && found.responses.length > 0) yields++;
    }
    return { make, fits, yields };
  });
  const by = (count: 'fits' | 'yields') => {
    const most = Math.max(...scored.map((each) => each[count]));
    return most === 0 ? undefined : scored.find((each) => each[count] >= AS_GOOD * most)?.make;
  };
  // A sample of nothing but empty answers still has a shape.
  return by('yields') ?? by('fits');
}

function reader(layout: Layout, description: string, guessed: boolean): RecordReader {
  const shape: Shape = { name: layout.name, description, guessed };
  const reason = `the record is not laid out as "${layout.name}"`;
  return {
    shape,
    extract: (record) => layout.read(record) ?? { responses: [], reason },
    meta: (record) => metaOf(record, layout.uses),
  };
}

/** e.g. "alpaca: /instruction + /input → /output", with list places as `*`. */
function describe(layout: Layout | undefined, sample: readonly unknown[]): string {
  if (!layout) return '';
  const places = new Set<string>();
  for (const record of sample)
    for (const { pointer, range } of layout.read(record)?.responses ?? [])
      places.add(pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*') + (range ? ' (part of the string)' : ''));
  const shown = [...places].slice(0, 3).map((place) => (place === '' ? 'the record' : place));
  if (places.size > shown.length) shown.push('…');
  return `${layout.name}: ${layout.from === '' ? '' : `${layout.from} → `}${shown.join(', ')}`;
}

function noText(sample: readonly unknown[]): Failure {
  const kinds = new Map<string, string>();
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (kinds.size >= 12) return;
    const inner = depth < 3 ? entries(value) : [];
    if (inner.length === 0) kinds.set(pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), kindOf(value));
    for (const [name, item] of inner) visit(item, child(pointer, name), depth + 1);
  };
  for (const record of sample) visit(record, '', 0);
  const list = [...kinds].map(([pointer, kind]) => `${pointer || 'the record'} (${kind})`).join(', ');
  return new Failure(
    'input',
    `No text was found in the first ${sample.length === 1 ? 'record' : `${sample.length} records`}, so there is no response to compare. ` +
      `Fields found: ${list}${kinds.size >= 12 ? ', …' : ''}. If responses stand elsewhere, name their field in the setting ` +
      '`distillationEvidence.suspect.response` (a column name or a JSON Pointer such as /output).',
  );
}
