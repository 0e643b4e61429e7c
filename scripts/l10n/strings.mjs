// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * The strings that a folder's TypeScript hands to `vscode.l10n.t`, and the calls whose string is no literal.
 * @param {string} folder
 * @returns {Promise<{ strings: Set<string>, wrong: string[] }>}
 */
export async function hostStrings(folder) {
  const strings = /** @type {Set<string>} */ (new Set());
  const wrong = /** @type {string[]} */ ([]);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const found = stringsIn(await readFile(join(folder, name), 'utf8'));
    for (const text of found.strings) strings.add(text);
    wrong.push(...found.wrong.map((line) => `${name}:${line}`));
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
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(file))) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) strings.push(text.text);
      else wrong.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { strings, wrong };
}
