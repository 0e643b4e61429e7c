/** Sentences with what follows them up to the next; of any script. */
const SENTENCE = /[^.!?。！？\n]*[.!?。！？\n]+\s*|[^.!?。！？\n]+$/gu;
const PARAGRAPH = /[^\n]+(?:\n[^\S\n]*(?=\S)[^\n]*)*\s*/gu;

/**
 * The text with its paragraphs in another order, or its sentences where there is one paragraph; undefined where there
 * is one sentence. `next` gives random numbers in [0, 1).
 */
export function reordered(text: string, next: () => number): string | undefined {
  const parts = [PARAGRAPH, SENTENCE]
    .map((pattern) => (text.match(pattern) ?? []).filter((part) => part.trim() !== ''))
    .find(({ length }) => length > 1);
  if (!parts) return undefined;
  const paragraphs = parts.some((part) => /\n\s*\n/u.test(part));
  const joined = shuffled(parts, next)
    .map((part) => part.trimEnd())
    .join(paragraphs ? '\n\n' : ' ');
  return joined;
}

/** Never the order that was given. */
function shuffled(parts: readonly string[], next: () => number): string[] {
  const order = [...parts.keys()];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  if (order.every((part, at) => part === at)) order.push(order.shift()!);
  return order.map((at) => parts[at]!);
}
