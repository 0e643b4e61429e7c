/** Words on a finding: signs of disguise, and of how a text was taken apart or put together. */
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
] as const;

/** One of {@link FLAGS}. */
export type Flag = (typeof FLAGS)[number];
