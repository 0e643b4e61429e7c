/** OASST: messages of conversation trees, one a record (flat) or whole trees (nested in `replies`). */
import { field, isFields, joinTurns, stringField } from './layout.js';
import type { Layout } from './layout.js';
import type { Extracted, Extraction } from './reader.js';

/** Messages remembered for the prompts of later ones; trees lie together in the file, so this is plenty. */
const REMEMBERED = 4096;
const MAX_TURNS = 100;
const MAX_NODES = 10_000;

interface Said {
  readonly text: string;
  readonly parent: string;
}

/** A layout with a memory of its own: flat messages name only their parent, so its text has to be kept. */
export function oasst(): Layout {
  const memory = new Map<string, Said>();
  return {
    name: 'oasst',
    from: 'the messages up the tree',
    uses: new Set(['text', 'prompt', 'replies']),
    read: (record) => {
      const nested = field(record, 'prompt');
      if (isNode(nested)) return walk(nested, '/prompt', '');
      if (!isNode(record)) return undefined;
      const parent = stringField(record, 'parent_id');
      remember(memory, stringField(record, 'message_id'), { text: stringField(record, 'text'), parent });
      return walk(record, '', recall(memory, parent));
    },
  };
}

function isNode(value: unknown): boolean {
  if (!isFields(value) || !Object.hasOwn(value, 'text') || typeof field(value, 'role') !== 'string')
    return false;
  return ['message_id', 'parent_id', 'replies'].some((name) => Object.hasOwn(value, name));
}

/** The responses of a message and everything below it, in document order. */
function walk(root: unknown, pointer: string, prompt: string): Extraction {
  const responses: Extracted[] = [];
  let assistant = false;
  // A stack of its own: trees as deep as the file says must not overflow the call stack.
  const open: [node: unknown, pointer: string, prompt: string, depth: number][] = [
    [root, pointer, prompt, 0],
  ];
  let nodes = 0;
  for (let next = open.pop(); next && nodes < MAX_NODES; next = open.pop(), nodes++) {
    const [node, at, before, depth] = next;
    const text = stringField(node, 'text');
    if (stringField(node, 'role') === 'assistant') {
      assistant = true;
      if (text.trim() !== '') responses.push({ pointer: `${at}/text`, part: 'answer', prompt: before, text });
    }
    const replies = field(node, 'replies');
    if (!Array.isArray(replies) || depth > MAX_TURNS) continue;
    const said = joinTurns([before, text]);
    const items = replies as unknown[];
    for (let index = items.length - 1; index >= 0; index--)
      open.push([items[index], `${at}/replies/${index}`, said, depth + 1]);
  }
  if (responses.length > 0) return { responses };
  return { responses, reason: assistant ? 'the response is empty' : 'the message is not the assistant’s' };
}

function remember(memory: Map<string, Said>, id: string, said: Said): void {
  if (id === '') return;
  memory.set(id, said);
  if (memory.size > REMEMBERED) for (const oldest of memory.keys()) return void memory.delete(oldest);
}

function recall(memory: ReadonlyMap<string, Said>, parent: string): string {
  const turns: string[] = [];
  for (let said = memory.get(parent); said && turns.length < MAX_TURNS; said = memory.get(said.parent))
    turns.unshift(said.text);
  return joinTurns(turns);
}
