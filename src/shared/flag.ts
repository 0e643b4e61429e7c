import { ROUTES } from './route.js';

/** Words on a finding: signs of disguise, of how a text was taken apart or put together, and innocent routes. */
export const FLAGS = [
  'homoglyphs',
  'zero-width characters',
  'names swapped',
  'paragraphs reordered',
  'prompt changed',
  'Markdown stripped',
  'truncated',
  'originals merged',
  'split over turns',
  ...ROUTES,
] as const;

/** One of {@link FLAGS}. */
export type Flag = (typeof FLAGS)[number];
