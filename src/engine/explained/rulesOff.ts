import type { ExplainRule, Parameters } from '../../shared/run.js';

const RULES: Readonly<Record<ExplainRule, string>> = {
  prompt: 'prompts',
  control: 'controls’ answers to the same prompt',
  template: 'templates',
};

/** What the reader of a run must know where rules that explain were switched off. */
export function rulesOffNotes({ rulesOff = [] }: Parameters): string[] {
  return rulesOff.map((rule) => `Text shared with ${RULES[rule]} is counted: the rule was switched off.`);
}
