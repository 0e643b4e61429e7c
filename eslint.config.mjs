// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Imports run one way (ARCHITECTURE.md): the files of a room, and what they must not reach for.
 * @param {string} files
 * @param {string[]} forbidden
 * @param {string} why
 */
function walls(files, forbidden, why) {
  return defineConfig({
    files: [`src/${files}`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: forbidden.map((regex) => ({ regex, message: `${files}: ${why}` })) },
      ],
    },
  });
}

const VSCODE = '^vscode$';
const NODE = '^node:';
const FAST_DIFF = '^fast-diff$';
const STRING_SIMILARITY = '^string-similarity$';
const TOOLKIT = '^@vscode/webview-ui-toolkit';
const into = (/** @type {string} */ rooms) => `^(\\.\\./)+(${rooms})/`;
/** Each of these is imported by one file only, so that a successor is a one-file change. */
const WRAPPED = [TOOLKIT, FAST_DIFF, STRING_SIMILARITY];
const PURE = 'pure, and imports shared types only';

export default defineConfig(
  globalIgnores([
    'dist',
    'node_modules',
    'bench/node_modules',
    'bench/.data',
    'test-results',
    '**/fixtures/**',
    '.vscode-test',
    // AssemblyScript, whose compiler knows its types.
    'src/kernel',
  ]),
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  walls(
    'core/**',
    [VSCODE, NODE, TOOLKIT, FAST_DIFF, STRING_SIMILARITY, into('io|engine|host|webview|cli')],
    PURE,
  ),
  walls(
    'core/diff/fastDiff.ts',
    [VSCODE, NODE, TOOLKIT, STRING_SIMILARITY, into('io|engine|host|webview|cli')],
    PURE,
  ),
  walls('core/score/dice.ts', [VSCODE, NODE, TOOLKIT, FAST_DIFF, into('io|engine|host|webview|cli')], PURE),
  walls(
    'shared/**',
    [VSCODE, NODE, ...WRAPPED, into('core|io|engine|host|webview|cli')],
    'types and the wire only',
  ),
  walls('io/**', [VSCODE, ...WRAPPED, into('engine|host|webview|cli')], 'bytes in and out, above core only'),
  walls(
    'engine/**',
    [VSCODE, ...WRAPPED, into('host|webview|cli')],
    'a comparison over core and io, no surface',
  ),
  walls('cli/**', [VSCODE, ...WRAPPED, into('host|webview')], 'the engine from a terminal, without VS Code'),
  walls(
    'host/**',
    [...WRAPPED, into('webview|cli')],
    "the only room that imports vscode; heavy work is the engine's",
  ),
  walls(
    'webview/**',
    [VSCODE, NODE, ...WRAPPED, into('io|engine|host|cli')],
    'DOM only, talks through shared',
  ),
  walls(
    'webview/toolkit.ts',
    [VSCODE, NODE, FAST_DIFF, STRING_SIMILARITY, into('io|engine|host|cli')],
    "the toolkit's one file",
  ),
  {
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
);
