/** All texts of a record in its order, with who speaks: for showing the whole conversation around a response. */
import type { Span } from '../../shared/dataset.js';
import type { Turn } from '../../shared/engineCalls.js';
import { roleOf } from './conversation.js';
import { leafTexts } from './leafTexts.js';
import { valueAt } from './pointer.js';

/** Texts shown of one record. */
const LEAVES = 2_000;
/** Fields of a message that are no words of it. */
const NO_WORDS =
  /\/(?:role|from|speaker|author|sender|type|id|tool_use_id|call_id|media_type|url|detail|name)$/;

/**
 * The texts of `record`, each with the role of the message it stands in, or the name of its field. The one at
 * `pointer` is the response; where `range` gives only a part of that string, what stands around it is before or after.
 */
export function recordTurns(record: unknown, pointer: string, range: Span | undefined): Turn[] {
  const turns: Turn[] = [];
  let place: Turn['place'] = 'before';
  for (const leaf of leafTexts(record, LEAVES)) {
    const role = speaker(record, leaf.pointer);
    if (leaf.pointer === pointer) {
      const [start, end] = range ?? [0, leaf.text.length];
      turns.push(
        { role, text: leaf.text.slice(0, start), place: 'before' },
        { role, text: leaf.text.slice(start, end), place: 'response' },
        { role, text: leaf.text.slice(end), place: 'after' },
      );
      place = 'after';
    } else if (isWords(record, leaf.pointer, role)) {
      turns.push({ role, text: leaf.text, place });
    }
  }
  return turns.filter(({ text, place: at }) => at === 'response' || text.trim() !== '');
}

/** Numbers, flags and ids are the record's metadata, not its conversation. */
function isWords(record: unknown, pointer: string, role: string): boolean {
  if (typeof valueAt(record, pointer) === 'string') return role !== '' && !NO_WORDS.test(pointer);
  return Array.isArray(valueAt(record, pointer));
}

/** The role of the nearest message around a text, else the name of its field. */
function speaker(record: unknown, pointer: string): string {
  const steps = pointer.split('/');
  for (let depth = steps.length - 1; depth > 0; depth--) {
    const role = roleOf(valueAt(record, steps.slice(0, depth).join('/')));
    if (role !== undefined) return role;
  }
  const name = steps.findLast((step) => !/^\d*$/.test(step));
  return (name ?? 'text').replaceAll('~1', '/').replaceAll('~0', '~');
}
