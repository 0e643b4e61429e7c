import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/core/match/prepare.js';
import { scorePair } from '../../../src/core/match/scorePair.js';
import { Vocabulary } from '../../../src/core/text/vocabulary.js';
import type { Parameters } from '../../../src/shared/run.js';
import { DEFAULT_PARAMETERS } from '../../../src/shared/run.js';

const TIDES =
  'The sea rises and falls twice a day because the moon pulls the near water more than the far water, and the whole ocean stretches a little along that line.';
const BREAD =
  'A loaf keeps its crust when steam leaves the oven early, so open the door after ten minutes, turn the tray once, and let the crumb rest until it no longer steams.';
const LEASE =
  'A tenant who leaves before the term ends still owes rent until somebody else moves in, although the owner must look for a new tenant and may not simply wait.';
const WHOLE = `${TIDES}\n\n${BREAD}\n\n${LEASE}`;

interface Sides {
  readonly suspect: string;
  readonly original: string;
  readonly prompts?: readonly [string, string];
  readonly names?: readonly string[];
}

function flagsOf({ suspect, original, prompts = ['', ''], names }: Sides): readonly string[] {
  const vocabulary = new Vocabulary();
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, ...(names && { names }) };
  const [mine, theirs] = [suspect, original].map((text, at) =>
    prepare(text, prompts[at]!, parameters, vocabulary),
  );
  return scorePair(mine!, theirs!, parameters).flags;
}

describe('flags of a pair', () => {
  it('are none for an equal text, and for a pair of no kind', () => {
    expect(flagsOf({ suspect: WHOLE, original: WHOLE })).toEqual([]);
    expect(flagsOf({ suspect: 'Sаlt and prose.', original: TIDES })).toEqual([]);
  });

  it('tell disguised letters', () => {
    expect(flagsOf({ suspect: TIDES.replace('ocean', 'ocеan'), original: TIDES })).toEqual(['homoglyphs']);
    expect(flagsOf({ suspect: TIDES.replace('ocean', 'oc\u200bean'), original: TIDES })).toEqual([
      'zero-width characters',
    ]);
  });
});

describe('names swapped', () => {
  const introduction = (name: string, maker: string) =>
    `I am ${name}, an assistant made by ${maker}, and I would rather say that I am unsure than invent a source for what you read here. ${TIDES}`;

  it.each([
    ['ChatGPT', 'OpenAI'],
    ['Qwen', 'Alibaba Cloud'],
    ['GPT-4', 'Open AI'],
    ['通义千问', '阿里云'],
    ['our assistant', 'a team'],
  ])('is told for %s by %s', (name, maker) => {
    expect(
      flagsOf({ suspect: introduction(name, maker), original: introduction('Claude', 'Anthropic') }),
    ).toEqual(['names swapped']);
  });

  it('is not told where a name became another word, where it stayed, or where another word became a name', () => {
    const original = introduction('Claude', 'Anthropic');
    expect(flagsOf({ suspect: introduction('Claude', 'Anthropic'), original })).toEqual([]);
    expect(flagsOf({ suspect: introduction('Marie', 'her parents'), original })).toEqual([]);
    expect(
      flagsOf({ suspect: TIDES.replace('the moon', 'Claude'), original: TIDES.replace('the moon', 'Mars') }),
    ).toEqual([]);
    expect(
      flagsOf({
        suspect: TIDES.replace('the moon', 'our assistant'),
        original: TIDES.replace('the moon', 'Mars'),
      }),
    ).toEqual([]);
    expect(
      flagsOf({
        suspect: TIDES.replace('the moon', 'some AI'),
        original: TIDES.replace('the moon', 'Claude, an AI'),
      }),
    ).toEqual([]);
    // One name within another is the same name told more exactly.
    expect(
      flagsOf({ suspect: TIDES.replace('moon', 'GPT-4'), original: TIDES.replace('moon', 'GPT-4 (GPT)') }),
    ).toEqual([]);
  });

  it('knows the names that the run was given', () => {
    const sides = {
      suspect: introduction('Zephyrine', 'Anthropic'),
      original: introduction('Claude', 'Anthropic'),
    };
    expect(flagsOf(sides)).toEqual([]);
    expect(flagsOf({ ...sides, names: ['ZEPHYRINE'] })).toEqual(['names swapped']);
  });
});

describe('paragraphs reordered', () => {
  it('is told where two stand in the other order', () => {
    expect(flagsOf({ suspect: `${LEASE}\n\n${TIDES}\n\n${BREAD}`, original: WHOLE })).toEqual([
      'paragraphs reordered',
    ]);
  });

  it('is not told where some are left out, or one is repeated', () => {
    expect(
      flagsOf({ suspect: `${TIDES}\n\nSomething else stands here.\n\n${LEASE}`, original: WHOLE }),
    ).not.toContain('paragraphs reordered');
    expect(
      flagsOf({ suspect: `${TIDES}\n\n${BREAD}\n\n${TIDES}`, original: `${TIDES}\n\n${BREAD}` }),
    ).toEqual([]);
  });
});

describe('prompt changed', () => {
  const prompts = [
    'Write a note for tenants about leaving early.',
    'Why is the sea higher at noon than at six?',
  ] as const;

  it('is told where an answer was kept', () => {
    expect(flagsOf({ suspect: TIDES, original: TIDES, prompts })).toEqual(['prompt changed']);
  });

  it('is not told for the same question in other words, without a prompt, or for a part of an answer', () => {
    const same = ['Why is the sea higher at noon?', 'why is the sea higher at noon than at six'] as const;
    expect(flagsOf({ suspect: TIDES, original: TIDES, prompts: same })).toEqual([]);
    expect(flagsOf({ suspect: TIDES, original: TIDES, prompts: ['', prompts[1]] })).toEqual([]);
    expect(
      flagsOf({ suspect: `Before. ${TIDES} ${LEASE}`, original: `${BREAD} ${BREAD} ${TIDES}`, prompts }),
    ).toEqual([]);
  });
});

describe('Markdown stripped', () => {
  const marked = `## Tides\n\n- ${TIDES}\n- **${BREAD}**\n\n1. ${LEASE}`;

  it('is told where the original is marked up and the suspect is not', () => {
    expect(flagsOf({ suspect: `Tides\n\n${TIDES}\n${BREAD}\n\n${LEASE}`, original: marked })).toEqual([
      'Markdown stripped',
    ]);
  });

  it('is not told where the suspect has marks too, where the original has hardly any, or where they are elsewhere', () => {
    expect(flagsOf({ suspect: marked, original: marked })).toEqual([]);
    expect(flagsOf({ suspect: WHOLE, original: `**Tides** ${WHOLE}` })).toEqual([]);
    expect(flagsOf({ suspect: TIDES, original: `${TIDES}\n\n- a\n- b\n- c` })).not.toContain(
      'Markdown stripped',
    );
    expect(flagsOf({ suspect: marked, original: `Tides\n\n${TIDES}\n${BREAD}\n\n${LEASE}` })).toEqual([]);
  });
});

describe('truncated', () => {
  it('is told for the beginning and for the end of an original', () => {
    expect(flagsOf({ suspect: `${TIDES}\n\n${BREAD}`, original: WHOLE })).toEqual(['truncated']);
    expect(flagsOf({ suspect: WHOLE.slice(0, 260), original: WHOLE })).toEqual(['truncated']);
    expect(flagsOf({ suspect: `${BREAD}\n\n${LEASE}`, original: WHOLE })).toEqual(['truncated']);
  });

  it('is not told for a quotation from the middle, one inside a longer text, or an original short by a word', () => {
    expect(flagsOf({ suspect: BREAD, original: WHOLE })).toEqual([]);
    expect(
      flagsOf({ suspect: `${LEASE} As was said elsewhere: ${TIDES}`, original: `${TIDES}\n\n${BREAD}` }),
    ).toEqual([]);
    expect(flagsOf({ suspect: WHOLE.slice(0, -20), original: WHOLE })).toEqual([]);
  });
});
