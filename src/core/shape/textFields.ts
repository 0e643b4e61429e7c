/** Texts that hold a whole conversation, and files that hold one answer. */
import type { ShapeName } from '../../shared/dataset.js';
import { extraction } from './conversation.js';
import { emptyReason, field } from './layout.js';
import type { Layout } from './layout.js';
import { cutInlined } from './inlined.js';

const TEXTS = [
  'text',
  'transcript',
  'conversation',
  'dialogue',
  'content',
  'prompt',
  'sample',
  'chat',
  'formatted',
];

/** hh-rlhf: "\n\nHuman: …\n\nAssistant: …" in one string. */
export function transcript(): Layout {
  return inlinedLayout('transcript', 'the turns before, inside the string', true);
}

/** {text} with an inlined template: ### Instruction, ChatML, [INST], <start_of_turn> and their like. */
export function template(): Layout {
  return inlinedLayout('template', 'the turns before, inside the string', false);
}

function inlinedLayout(name: ShapeName, from: string, wanted: boolean): Layout {
  return {
    name,
    from,
    uses: new Set(TEXTS),
    read: (record) => {
      for (const key of typeof record === 'string' ? [''] : TEXTS) {
        const text = key === '' ? record : field(record, key);
        const cut = typeof text === 'string' ? cutInlined(text, key === '' ? '' : `/${key}`) : undefined;
        if (cut?.transcript === wanted) return extraction(cut.turns);
      }
      return undefined;
    },
  };
}

/** One text file per answer: the record is the text itself. */
export function textFile(): Layout {
  return {
    name: 'text-file',
    from: '',
    uses: new Set(),
    read: (record) => {
      if (typeof record !== 'string') return undefined;
      if (record.trim() === '') return { responses: [], reason: emptyReason(record) };
      return { responses: [{ pointer: '', part: 'answer', prompt: '', text: record }] };
    },
  };
}
