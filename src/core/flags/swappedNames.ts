import type { Passage } from '../../shared/match.js';
import type { FlaggedPair } from './flaggedPair.js';

/** Names of models and of who makes them, as {@link plain} writes them; no common words. */
const NAMES: readonly string[] = [
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

type Span = Passage['suspect'];

/** Names by their first word, so that a text is looked through once whatever their number. */
export class NameList {
  readonly #byFirst = new Map<string, (readonly string[])[]>();

  /** @param names as {@link plain} writes them */
  constructor(names: readonly string[]) {
    for (const name of names) {
      const words = name.split(' ');
      const known = this.#byFirst.get(words[0]!);
      if (known) known.push(words);
      else this.#byFirst.set(words[0]!, [words]);
    }
  }

  /** The names in a text, each as the longest that stands there. */
  in(text: string): string[] {
    const words = wordsOf(text);
    const found = new Set<string>();
    words.forEach((word, at) => {
      for (const name of this.#byFirst.get(word) ?? [])
        if (name.every((part, i) => words[at + i] === part)) found.add(name.join(' '));
    });
    if (found.size < 2) return [...found];
    return [...found].filter(
      (name) => ![...found].some((other) => other !== name && ` ${other} `.includes(` ${name} `)),
    );
  }
}

const KNOWN = new NameList(NAMES);
const INSTEAD = new NameList(STAND_INS);
const lists = new WeakMap<readonly string[], NameList>();

/** The known names, and further ones as a user wrote them. */
export function namesWith(further: readonly string[] | undefined): NameList {
  if (further === undefined) return KNOWN;
  let list = lists.get(further);
  if (!list) lists.set(further, (list = new NameList([...NAMES, ...further.map(plain)])));
  return list;
}

/**
 * True if somewhere between two shared runs of a passage, or at the edge of both texts, the original has a name of the
 * list and the suspect another one instead, or a word like "our assistant". Two models that introduce themselves in the same words swap names without
 * a copy.
 */
export function hasSwappedNames({ suspect, original, passages }: FlaggedPair, names: NameList): boolean {
  /** The suspect's text in the first span stands instead of the original's in the second. */
  const swapped = ([from, to]: Span, [start, end]: Span): boolean =>
    end > start && isSwap(suspect.slice(from, to), original.slice(start, end), names);
  const swappedAtEdge = (mine: Span, theirs: Span): boolean =>
    mine[1] - mine[0] <= EDGE && theirs[1] - theirs[0] <= EDGE && swapped(mine, theirs);
  return passages.some(
    ({ suspect: mine, original: theirs, seeds }) =>
      seeds.some((seed, at) => {
        const before = seeds[at - 1];
        if (before === undefined) return false;
        return swapped([before.suspect[1], seed.suspect[0]], [before.original[1], seed.original[0]]);
      }) ||
      swappedAtEdge([0, mine[0]], [0, theirs[0]]) ||
      swappedAtEdge([mine[1], suspect.length], [theirs[1], original.length]),
  );
}

function isSwap(mine: string, theirs: string, names: NameList): boolean {
  const there = names.in(theirs);
  if (there.length === 0) return false;
  const here = names.in(mine);
  if (here.some((name) => there.includes(name))) return false;
  return here.length > 0 || (INSTEAD.in(mine).length > 0 && INSTEAD.in(theirs).length === 0);
}

/** A text as words in lower case with single spaces between; "GPT-3.5" is "gpt 3 5". */
export function plain(text: string): string {
  return wordsOf(text).join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
