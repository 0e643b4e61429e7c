import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import strings from '../../package.nls.json' with { type: 'json' };
import { commandPage } from '../../scripts/docs/commandTable.mjs';
import { root } from '../../scripts/root.mjs';

const small = {
  contributes: {
    commands: [
      { command: 'x.table.find', title: '%find%' },
      { command: 'x.compare', title: 'A | B' },
    ],
    keybindings: [
      { command: 'x.table.find', key: 'ctrl+f', mac: 'cmd+f' },
      { command: 'x.table.find', key: 'shift+f3', mac: 'shift+f3' },
    ],
  },
};

describe('The page of commands', () => {
  it('has each command under its place, with its keys', () => {
    const lines = commandPage(small, { find: 'Find' }).split('\n');
    const rows = lines.filter((line) => line.startsWith('## ') || line.includes('`x.'));
    expect(rows).toEqual([
      '## Anywhere',
      '| A \\| B |  | `x.compare` |',
      '## In the findings panel',
      '## In the table of a dataset',
      '| Find | `Ctrl+F` (macOS `Cmd+F`), `Shift+F3` | `x.table.find` |',
    ]);
  });

  it('is not written with a title that nobody has', () => {
    expect(() => commandPage(small, {})).toThrow('package.nls.json has no find');
  });

  it('is the one in the repository (else: npm run commands)', async () => {
    const file = join(root, 'COMMANDS.md');
    const options = await prettier.resolveConfig(file);
    const page = await prettier.format(commandPage(manifest, strings), { ...options, filepath: file });
    expect(await readFile(file, 'utf8')).toBe(page);
  });

  it('gives no key to a command that is not declared', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command));
    const own = manifest.contributes.keybindings.filter(({ command }) => !declared.has(command));
    expect(own).toEqual([]);
  });
});
