import type { BundleCheck } from '../../shared/bundle.js';

/** Differences that are listed of one check. */
const LISTED = 20;

/** A check that agrees where there are no differences, of which so many are listed. */
export function check(what: string, differences: readonly string[]): BundleCheck {
  const more = differences.length - LISTED;
  return {
    what,
    agrees: differences.length === 0,
    differences: more > 0 ? [...differences.slice(0, LISTED), `and ${more} more`] : differences,
  };
}
