/** How texts are cut for the diff; the pieces of a text always join to the text again. */

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[^\S\n]+|\n|[^][\p{M}\u200d\ufe0f]*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const GRAPHEMES = /[^](?:[\p{M}\p{Emoji_Modifier}\ufe0f]|\u200d\p{Extended_Pictographic})*/gu;

/** Words, runs of blanks, line ends and single other characters; scripts without spaces go by character. */
export function cutWords(text: string): string[] {
  const words = text.match(WORDS) ?? [];
  if (!UNSPACED.test(text)) return words;
  return words.flatMap((word) => (UNSPACED.test(word) ? cutGraphemes(word) : [word]));
}

/** Lines with their ends. */
export function cutLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Characters with the marks and joiners that belong to them. */
export function cutGraphemes(text: string): string[] {
  return text.match(GRAPHEMES) ?? [];
}
