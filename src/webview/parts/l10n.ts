/** The apps' words in the reader's language: as in `vscode.l10n`, the English text is the key, and stands where no translation does. */
import type { Child } from './dom.js';
import { whole } from './numbers.js';

type Value = string | number;

/** The page carries the translations, so that they are there before anything is drawn. */
const BUNDLE = new Map(
  Object.entries(JSON.parse(document.getElementById('app')?.dataset['l10n'] ?? '{}') as object),
) as ReadonlyMap<string, string>;

const HOLE = /\{(\d+)\}/u;

/** `message`, which is a literal, translated; {0}, {1} … are replaced by `values`. */
export function t(message: string, ...values: readonly Value[]): string {
  return parted(message, values).join('');
}

/** The message for one or for many, translated; {0} is the number as people read it, {1} … are `values`. */
export function plural(value: number, one: string, many: string, ...values: readonly Value[]): string {
  return t(value === 1 ? one : many, whole(value), ...values);
}

/** As `t`, for a message in which elements stand. */
export function tNodes(message: string, ...values: readonly Child[]): Child[] {
  return parted(message, values);
}

/** Text and number of a hole in turn: the odd parts of a split by a group. */
function parted<T>(message: string, values: readonly T[]): (string | T)[] {
  const parts = (BUNDLE.get(message) ?? message).split(HOLE);
  return parts.map((part, i) => (i % 2 === 0 ? part : (values[Number(part)] ?? `{${part}}`)));
}
