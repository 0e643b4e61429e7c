/** Texts that share nothing by chance: words made from a number. */
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'pra', 'sto', 'tel', 'vor', 'zim', 'gha', 'dri'];

/** `count` words that differ for each `seed`, with quotes, a tab, line breaks and letters beyond ASCII among them. */
export function words(seed: number, count = 40): string {
  let state = seed * 7919 + 17;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648);
  const made = Array.from({ length: count }, () =>
    [next(), next(), next()].map((n) => SYLLABLES[(n >> 8) % SYLLABLES.length]!).join(''),
  );
  made.splice(10, 0, '"quoted"', 'naïve', '𝒳\tback\\slash');
  return `${made.slice(0, 20).join(' ')}\n\n${made.slice(20).join(' ')}`;
}
