/** When no shape fits: the field with the longest texts is taken for the response, and the product says so. */
import type { Layout } from './layout.js';
import { firstField, isFields } from './layout.js';
import { promptOf } from './fields.js';
import type { Leaf } from './leaves.js';
import { leaves } from './leaves.js';
import type { Extraction } from './reader.js';

const MAX_LEAVES = 2000;
const PROMPTS = ['prompt', 'instruction', 'question', 'query', 'input', 'title'];

/** The pattern with the most text in the sample, list places as `*`; undefined if there is no text at all. */
export function longestField(sample: readonly unknown[]): string | undefined {
  const sizes = new Map<string, number>();
  for (const record of sample) {
    for (const leaf of leaves(record, '', MAX_LEAVES)) {
      if (leaf.text.trim() === '') continue;
      const pattern = patternOf(leaf.pointer);
      sizes.set(pattern, (sizes.get(pattern) ?? 0) + leaf.text.length);
    }
  }
  let best: string | undefined;
  for (const [pattern, size] of sizes) if (size > (sizes.get(best ?? '') ?? 0)) best = pattern;
  return best;
}

/** Reads the field `pattern`, or, where a record lacks it, its longest string. */
export function guess(pattern: string): Layout {
  const [, top = ''] = pattern.split('/');
  return {
    name: 'guess',
    from: '',
    uses: new Set([top.replaceAll('~1', '/').replaceAll('~0', '~'), ...PROMPTS]),
    read: (record) => readGuess(record, pattern),
  };
}

function readGuess(record: unknown, pattern: string): Extraction {
  const all = leaves(record, '', MAX_LEAVES).filter((leaf) => leaf.text.trim() !== '');
  const fitting = all.filter((leaf) => patternOf(leaf.pointer) === pattern);
  const taken = fitting.length > 0 ? fitting : all.reduce<Leaf[]>(longer, []);
  if (taken.length === 0) return { responses: [], reason: 'the record has no text' };
  const responses = taken.map(({ pointer, text }) => ({
    pointer,
    part: 'answer' as const,
    prompt: promptBeside(record, pointer),
    text,
  }));
  return { responses };
}

function longer(best: Leaf[], leaf: Leaf): Leaf[] {
  return leaf.text.length > (best[0]?.text.length ?? 0) ? [leaf] : best;
}

/** A field that sounds like a prompt; in rows without a header, the texts in the columns before. */
function promptBeside(record: unknown, pointer: string): string {
  if (Array.isArray(record)) {
    const before = (record as unknown[]).slice(0, Number(pointer.split('/')[1] ?? '0'));
    return before
      .filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '')
      .join('\n\n');
  }
  if (!isFields(record)) return '';
  const name = firstField(
    record,
    PROMPTS.filter((each) => !pointer.startsWith(`/${each}`)),
  );
  return name === undefined ? '' : promptOf(record, [name]);
}

/** `pointer` with list places as `*`, save those of a row, whose places are its columns. */
function patternOf(pointer: string): string {
  const [, first, ...rest] = pointer.split('/');
  if (first === undefined) return '';
  const places = rest.map((part) => (/^\d+$/.test(part) ? '*' : part));
  return ['', first, ...places].join('/');
}
