/** How a pair stands, from what all reviewers say of it. */
import type { Judgement, VerdictFilter, VerdictState } from '../../shared/verdict.js';

/** What `reviewer` holds of the pair; open without a verdict. */
export function stateOf(judgements: readonly Judgement[], reviewer: string): VerdictState {
  const own = judgements.find((judgement) => judgement.reviewer === reviewer);
  return own === undefined || own.verdict === 'cleared' ? 'open' : own.verdict;
}

/** True if one reviewer confirmed what another dismissed; `unsure` disagrees with nobody. */
export function disagree(judgements: readonly Judgement[]): boolean {
  const holds = (verdict: Judgement['verdict']) => judgements.some((one) => one.verdict === verdict);
  return holds('confirmed') && holds('dismissed');
}

/** True if a finding in `state` is shown under `filters`; none of them means all findings. */
export function passes(
  filters: readonly VerdictFilter[],
  state: VerdictState,
  disagreement: boolean,
): boolean {
  return (
    filters.length === 0 || filters.includes(state) || (disagreement && filters.includes('disagreement'))
  );
}
