/** Which innocent routes a finding has, from its data and from what reviewers say. */
import { ROUTES, routesIn, type Route, type RouteMarks } from '../../shared/route.js';
import type { Judgement } from '../../shared/verdict.js';

/**
 * Returns the routes of a finding as `reviewer` sees it: their own word decides, else one stands that the data shows or
 * that anybody else has set, since it takes one to doubt a finding.
 */
export function standingRoutes(
  flags: readonly string[],
  judgements: readonly Judgement[],
  reviewer: string | undefined,
): readonly Route[] {
  if (!judgements.some(({ routes }) => routes)) return routesIn(flags);
  const own = judgements.find((one) => one.reviewer === reviewer)?.routes ?? {};
  return ROUTES.filter(
    (route) =>
      own[route] ?? (flags.includes(route) || judgements.some(({ routes }) => routes?.[route] === true)),
  );
}

/** True if both say the same of every route. */
export function sameRoutes(a: RouteMarks | undefined, b: RouteMarks | undefined): boolean {
  return ROUTES.every((route) => a?.[route] === b?.[route]);
}
