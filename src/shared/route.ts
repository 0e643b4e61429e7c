/** Innocent routes: ways by which a finding's text may have come into the suspect without coming from the originals. */
export const ROUTES = ['in public text', 'several originals', 'third source', 'suspect earlier'] as const;

/** One of {@link ROUTES}. */
export type Route = (typeof ROUTES)[number];

/** What a reviewer says of routes: set, or cleared though the data shows it; nothing of those that are absent. */
export type RouteMarks = Readonly<Partial<Record<Route, boolean>>>;

/** Those of `flags` that are innocent routes: the data shows them. */
export function routesIn(flags: readonly string[]): readonly Route[] {
  return ROUTES.filter((route) => flags.includes(route));
}
