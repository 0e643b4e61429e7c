/** Whole conversations inside one string: transcripts and chat templates, cut by their markers. */
import type { Span } from '../../shared/dataset.js';
import type { Turn } from './conversation.js';
import { assistantTurn, otherTurn } from './conversation.js';
import { stringPieces, trimSpan } from './pieces.js';

export interface Inlined {
  /** e.g. "Human/Assistant transcript". */
  readonly style: string;
  readonly transcript: boolean;
  readonly turns: Turn[];
}

interface Style {
  readonly name: string;
  /** Stands before each turn; its first group, if any, names the role. */
  readonly marker: RegExp;
  /** Ends a turn before the next marker does. */
  readonly end?: RegExp;
  /** The speaker after a marker without a role. */
  readonly role?: (marker: string) => string;
}

const ASSISTANT = /^(?:assistant|ai|bot|gpt|model|response|output|answer)$/i;

/** In order of preference; the first that finds a turn of the assistant and one of somebody else is taken. */
const STYLES: readonly Style[] = [
  { name: 'Human/Assistant transcript', marker: /(?:^|\n\n)(Human|User|Assistant|System): ?/g },
  {
    name: 'ChatML template',
    marker: /<\|im_start\|>[ \t]*(\w+)[^\S\n]*\n?/g,
    end: /<\|im_end\|>/,
  },
  {
    name: 'Llama 3 template',
    marker: /<\|start_header_id\|>\s*(\w+)\s*<\|end_header_id\|>/g,
    end: /<\|eot_id\|>|<\|end_of_text\|>/,
  },
  { name: 'Gemma template', marker: /<start_of_turn>[ \t]*(\w+)[ \t]*\n?/g, end: /<end_of_turn>/ },
  {
    name: 'role tag template',
    marker: /<\|(system|user|assistant)\|>/g,
    end: /<\/s>|<\|end\|>|<\|endoftext\|>/,
  },
  {
    name: '[INST] template',
    marker: /\[\/?INST\]/g,
    end: /<\/s>/,
    role: (marker) => (marker === '[/INST]' ? 'assistant' : 'user'),
  },
  {
    name: '### template',
    marker:
      /(?:^|\n)#{2,3} ?(Instruction|Input|Response|Output|Human|Assistant|User|System|Question|Answer|End)s?:?[ \t]*(?=\n|$)|(?:^|\n)#{2,3} ?(Instruction|Input|Response|Output|Human|Assistant|User|System|Question|Answer)s?:/gi,
    end: /<\/s>|<\|endoftext\|>/,
  },
  { name: 'USER/ASSISTANT template', marker: /(?:^|\s)(USER|ASSISTANT):/g, end: /<\/s>/ },
];

/** A cheap look before the markers are searched for: most answers start with none. */
const LEADING =
  /^\s*(?:(?:Human|User|Assistant|System|USER|ASSISTANT):|<\||<s>|<bos>|<start_of_turn>|\[INST\]|#{2,3} ?\w)/;

/**
 * Cuts a string that holds a whole conversation into turns with ranges; undefined if it is no such string.
 * `leading` asks that the string starts with a marker, as a whole transcript does and an answer that merely
 * mentions one does not.
 */
export function cutInlined(text: string, pointer: string, leading = false): Inlined | undefined {
  if (leading && !LEADING.test(text)) return undefined;
  for (const style of STYLES) {
    const markers = [...text.matchAll(style.marker)];
    const roles = markers.map((match) => style.role?.(match[0]) ?? match[1] ?? match[2] ?? '');
    if (!roles.some((role) => ASSISTANT.test(role)) || roles.every((role) => ASSISTANT.test(role))) continue;
    if (leading && !/^(?:\s|<s>|<\|begin_of_text\|>|<bos>)*$/.test(text.slice(0, markers[0]?.index)))
      continue;
    const before = text.slice(0, markers[0]?.index).trim();
    const turns = markers.map((match, index) => {
      const start = match.index + match[0].length;
      const end = turnEnd(text, start, markers[index + 1]?.index ?? text.length, style.end);
      return turnAt(text, pointer, trimSpan(text, start, end), ASSISTANT.test(roles[index] ?? ''));
    });
    return {
      style: style.name,
      transcript: style === STYLES[0],
      turns: before === '' ? turns : [otherTurn(before), ...turns],
    };
  }
  return undefined;
}

function turnEnd(text: string, start: number, next: number, end: RegExp | undefined): number {
  const stop = end?.exec(text.slice(start, next));
  return stop ? start + stop.index : next;
}

function turnAt(text: string, pointer: string, [start, end]: Span, assistant: boolean): Turn {
  const said = text.slice(start, end);
  if (!assistant) return otherTurn(said);
  const pieces = stringPieces(said, pointer).map((piece) => {
    const [from, to] = piece.range ?? [0, said.length];
    return { ...piece, range: [start + from, start + to] as const };
  });
  return assistantTurn(pieces);
}
