import { whole } from '../wording/numbers.js';

/** What a review makes of innocent routes, beside a headline that only knows those which the data shows. */
export function routeSentence(total: number, routed: number): string {
  const none = total - routed;
  const without = `${whole(none)} of ${whole(total)} findings ${none === 1 ? 'has' : 'have'} no innocent route`;
  return `By your review, ${without}; ${whole(routed)} ${routed === 1 ? 'has' : 'have'} one.`;
}
