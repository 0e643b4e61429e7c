import { expect, test } from 'vitest';
import { pairMarkdown } from '../../../src/core/match/pairMarkdown.js';
import type { PairView } from '../../../src/shared/engineCalls.js';
import type { MatchSide } from '../../../src/shared/match.js';

const HOSTILE = '```\n# heading <img src=x onerror=alert(1)> [link](http://evil) ````` https://evil @all |';

const side = (meta: MatchSide['meta'] = {}): MatchSide => ({
  path: '/a.jsonl',
  record: 4,
  line: 5,
  pointer: '/`out`',
  sha256: 'ab',
  part: 'answer',
  meta,
});

function view(text: string, label: string): PairView {
  const ratio = { value: 0.5, shared: 1, total: 2 };
  return {
    finding: 0,
    index: 0,
    kept: 1,
    originals: [],
    match: {
      pair: '0',
      kind: 'partial',
      reported: true,
      originals: 1,
      suspect: side({ [HOSTILE]: HOSTILE }),
      original: side(),
      scores: {
        jaccard: ratio,
        containmentSuspect: ratio,
        containmentOriginal: ratio,
        longestRun: { value: 3 },
        distinctiveTokens: { value: 9, raw: 9 },
      },
      passages: [],
      explained: [],
      flags: [],
    },
    suspect: { label, prompt: text, text },
    original: { label, prompt: '', text: 'plain' },
    changes: [
      { op: 'delete', suspect: [0, text.length], original: [0, 0] },
      { op: 'insert', suspect: [text.length, text.length], original: [0, 5] },
    ],
    coarse: false,
    refinable: false,
    why: 'Because.',
  };
}

/** What stands outside fences and code spans, by CommonMark's rules for both. */
function outside(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const ticks = /^(`{3,})([^`]*)$/.exec(line)?.[1];
    if (fence === undefined && ticks) fence = ticks;
    else if (fence === undefined) lines.push(line);
    else if (/^`+\s*$/.test(line) && line.trim().length >= fence.length) fence = undefined;
  }
  expect(fence).toBeUndefined();
  return lines.join('\n').replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
}

test('nothing of a dataset stands outside code', () => {
  const markdown = pairMarkdown(view(HOSTILE, HOSTILE));
  expect(markdown).toContain(HOSTILE);
  const rest = outside(markdown);
  for (const trace of ['<img', 'evil', '@all', '# heading', '|']) expect(rest).not.toContain(trace);
  expect(rest).toContain('### partial, 9 distinctive tokens');
  expect(rest).toContain('- Jaccard: 0.500 (1 / 2)');
});

test('differences stand as git writes them word by word', () => {
  expect(pairMarkdown(view('old', 'a'))).toContain('[-old-]{+plain+}');
});
