/** Spreads a 32-bit hash over all its bits (the finaliser of MurmurHash3). */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A 53-bit hash of a string's code units, the same in every run: equal strings have equal hashes. */
export function hashText(text: string): number {
  let high = text.length | 0;
  let low = 0x2545f491;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
    low = Math.imul(low + code, 0x27d4eb2d);
    low ^= low >>> 13;
  }
  return (finish(high) & 0x1fffff) * 4294967296 + (finish(low) >>> 0);
}

/** The hash of a prompt as it stands, without white space around it. */
export function promptHash(prompt: string): number {
  return hashText(prompt.trim());
}

/** Compares texts by their hashes: an order that nobody chooses, and no order of files changes. */
export function byHash(a: string, b: string): number {
  return hashText(a) - hashText(b) || Number(a > b) - Number(a < b);
}
