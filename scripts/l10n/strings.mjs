// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** Which arguments of a call are strings for translators: of `vscode.l10n.t` in the host, and of the webviews' own. */
const CALLS = /** @type {readonly (readonly [name: RegExp, places: readonly number[]])[]} */ ([
  [/(^|\.)l10n\.t$/, [0]],
  [/^t$/, [0]],
  [/^tNodes$/, [0]],
  [/^plural$/, [1, 2]],
]);

/**
 * The strings for translators in the TypeScript of folders, and the calls whose string is no literal.
 * @param {...string} folders
 * @returns {Promise<{ strings: Set<string>, wrong: string[] }>}
 */
export async function stringsOf(...folders) {
  const strings = /** @type {Set<string>} */ (new Set());
  const wrong = /** @type {string[]} */ ([]);
  for (const folder of folders) {
    for (const name of await readdir(folder, { recursive: true })) {
      // The translating itself is handed what it looks up.
      if (!name.endsWith('.ts') || name.endsWith('l10n.ts')) continue;
      const found = stringsIn(await readFile(join(folder, name), 'utf8'));
      for (const text of found.strings) strings.add(text);
      wrong.push(...found.wrong.map((line) => `${name}:${line}`));
    }
  }
  return { strings, wrong };
}

/**
 * @param {string} source
 * @returns {{ strings: string[], wrong: number[] }} strings in their order; 1-based lines of calls without a literal
 */
export function stringsIn(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest);
  const strings = /** @type {string[]} */ ([]);
  const wrong = /** @type {number[]} */ ([]);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(file);
      for (const place of CALLS.find(([name]) => name.test(called))?.[1] ?? []) {
        const text = node.arguments[place];
        if (text && ts.isStringLiteralLike(text)) strings.push(text.text);
        else wrong.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { strings, wrong };
}
