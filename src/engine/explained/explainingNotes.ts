import type { ExplainRule, Parameters } from '../../shared/run.js';

const RULES: Readonly<Record<ExplainRule, string>> = {
  prompt: 'prompts',
  control: 'controls’ answers to the same prompt',
  template: 'templates',
  manual: 'texts that reviewers excluded',
};

/** What the reader of a run must know: what reviewers excluded by hand, and which rules were switched off. */
export function explainingNotes({ rulesOff = [], excluded = [] }: Parameters): string[] {
  const texts = excluded.length === 1 ? '1 text was' : `${excluded.length.toLocaleString('en')} texts were`;
  return [
    ...(excluded.length === 0 || rulesOff.includes('manual')
      ? []
      : [`${texts} excluded by hand, for the controls as well: run.json has each with its reason.`]),
    ...rulesOff.map((rule) => `Text shared with ${RULES[rule]} is counted: the rule was switched off.`),
  ];
}
