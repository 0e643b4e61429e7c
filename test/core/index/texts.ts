/** Made-up texts with common and rare words, and the edits that a copy may have been through. */

export { random } from '../../../bench/data/random.mjs';

export class Writer {
  constructor(
    readonly next: () => number,
    readonly vocabulary = 3000,
  ) {}

  word(): string {
    return `w${Math.floor(Math.exp(this.next() * Math.log(this.vocabulary)))}`;
  }

  character(): string {
    return String.fromCodePoint(0x4e00 + Math.floor(Math.exp(this.next() * Math.log(900))));
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.word()).join(' ');
  }

  characters(count: number): string {
    return Array.from({ length: count }, () => this.character()).join('');
  }

  /** The text with a share of its words, or characters, replaced. */
  replaced(text: string, share: number): string {
    return text.replace(/[a-z0-9]+|\p{sc=Han}/gu, (found) => {
      if (this.next() >= share) return found;
      return found.startsWith('w') ? this.word() : this.character();
    });
  }

  /** The text with every n-th word replaced by one that is nowhere else. */
  everyNth(text: string, n: number): string {
    let at = 0;
    return text.replace(/[a-z0-9]+/g, (found) => (++at % n === 0 ? `x${at}` : found));
  }
}
