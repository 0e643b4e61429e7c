// @ts-check
// Lines of made-up code: common idioms among lines of random structure.
import { pick } from './random.mjs';

const IDIOMS = [
  'for (const item of items) {',
  'if (value === undefined) return undefined;',
  'import { readFile } from "node:fs/promises";',
  'if __name__ == "__main__":',
  'public static void main(String[] args) {',
  'console.log(result);',
];
const OPERATORS = ['+', '-', '*', '/', '===', '<', '>=', '&&', '||', '%'];

/**
 * @param {() => number} next
 * @param {() => string} name an identifier
 * @param {number} count of lines
 * @returns {string[]}
 */
export function codeLines(next, name, count) {
  /** @param {number} depth @returns {string} */
  const expression = (depth) => {
    const chance = depth > 2 ? 1 : next();
    if (chance < 0.2) return `${name()}(${expression(depth + 1)})`;
    if (chance < 0.4) return `${name()}.${name()}(${expression(depth + 1)}, ${name()})`;
    if (chance < 0.6) return `${name()} ${pick(next, OPERATORS)} ${expression(depth + 1)}`;
    if (chance < 0.7) return `${name()}[${String(Math.floor(next() * 100))}]`;
    return next() < 0.8 ? name() : String(Math.floor(next() * 1000));
  };
  const line = () => {
    const chance = next();
    if (chance < 0.05) return pick(next, IDIOMS);
    if (chance < 0.4) return `const ${name()} = ${expression(0)};`;
    if (chance < 0.6) return `${name()} = ${expression(0)};`;
    if (chance < 0.75) return `if (${expression(0)}) ${name()}(${expression(1)});`;
    if (chance < 0.85) return `// ${name()} ${name()} ${name()} ${name()}`;
    return `return ${expression(0)};`;
  };
  return Array.from({ length: count }, () => '  ' + line());
}
