import type { Passage } from '../../shared/match.js';
import type { FlaggedPair } from './flaggedPair.js';

/** Names of models and of who makes them, as {@link plain} writes them; no common words. */
export const NAMES: readonly string[] = [
  ...[
    'claude',
    'anthropic',
    'chatgpt',
    'chat gpt',
    'gpt',
    'gpt 3',
    'gpt 3 5',
    'gpt 4',
    'gpt 4o',
    'gpt 5',
    'openai',
  ],
  ...[
    'open ai',
    'o1',
    'o3',
    'gemini',
    'gemma',
    'bard',
    'palm',
    'google',
    'google deepmind',
    'deepmind',
    'llama',
  ],
  ...['meta ai', 'mistral', 'mistral ai', 'mixtral', 'qwen', 'tongyi qianwen', 'alibaba', 'alibaba cloud'],
  ...[
    'deepseek',
    'kimi',
    'moonshot',
    'moonshot ai',
    'minimax',
    'glm',
    'chatglm',
    'zhipu',
    'zhipu ai',
    'ernie',
  ],
  ...[
    'ernie bot',
    'baidu',
    'doubao',
    'bytedance',
    'yi',
    '01 ai',
    'grok',
    'xai',
    'copilot',
    'microsoft',
    'cohere',
  ],
  ...['falcon', 'vicuna', 'alpaca', 'baichuan', 'internlm', 'hunyuan', 'tencent', 'phi'],
  ...['通义千问', '文心一言', '豆包', '百度', '阿里云', '智谱', '腾讯', '字节跳动'],
];

/** What may stand for the name of a model that was taken out. */
const STAND_INS: readonly string[] = ['assistant', 'ai', 'chatbot', 'bot', 'model', '助手', '模型'];

/** Code units at an edge of both texts that are looked at like a gap between two runs. */
const EDGE = 60;

/**
 * True if somewhere between two shared runs of a passage, or at the edge of both texts, the original has a name of the
 * list and the suspect another one instead, or a word like "our assistant". Two models that introduce themselves in the same words swap names without
 * a copy.
 */
export function hasSwappedNames(
  { suspect, original, passages }: FlaggedPair,
  names: readonly string[],
): boolean {
  return gapsOf(suspect, original, passages).some(([mine, theirs]) => {
    const there = namesIn(theirs, names);
    if (there.length === 0) return false;
    const here = namesIn(mine, names);
    if (here.some((name) => there.includes(name))) return false;
    return (
      here.length > 0 || (namesIn(mine, STAND_INS).length > 0 && namesIn(theirs, STAND_INS).length === 0)
    );
  });
}

/** What stands instead of what: the suspect's text, the original's text. */
function gapsOf(
  suspect: string,
  original: string,
  passages: readonly Passage[],
): (readonly [string, string])[] {
  const inside = passages.flatMap(({ seeds }) =>
    seeds.slice(1).map((seed, at): readonly [string, string] => {
      const before = seeds[at]!;
      return [
        suspect.slice(before.suspect[1], seed.suspect[0]),
        original.slice(before.original[1], seed.original[0]),
      ];
    }),
  );
  return [...inside, ...passages.flatMap((passage) => edgesOf(suspect, original, passage))];
}

function edgesOf(suspect: string, original: string, passage: Passage): (readonly [string, string])[] {
  const starts: readonly [string, string] = [
    suspect.slice(0, passage.suspect[0]),
    original.slice(0, passage.original[0]),
  ];
  const ends: readonly [string, string] = [
    suspect.slice(passage.suspect[1]),
    original.slice(passage.original[1]),
  ];
  return [starts, ends].filter(([mine, theirs]) => mine.length <= EDGE && theirs.length <= EDGE);
}

/** The names in a text, each as the longest that stands there. */
function namesIn(text: string, names: readonly string[]): string[] {
  const words = ` ${plain(text)} `;
  const found = names.filter((name) => name !== '' && words.includes(` ${name} `));
  return found.filter((name) => !found.some((other) => other !== name && ` ${other} `.includes(` ${name} `)));
}

/** A text as words in lower case with single spaces between; "GPT-3.5" is "gpt 3 5". */
export function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
