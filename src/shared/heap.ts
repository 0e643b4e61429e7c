/**
 * Megabytes of objects that a thread may keep. Just below two gigabytes: from there on V8 lets four times as many gather
 * as are needed before it looks for those that are not, below at most twice as many.
 */
export const HEAP = 2000;
