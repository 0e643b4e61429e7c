// @ts-check
// `npm run commands`: writes COMMANDS.md, the list of all commands with their default keys.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import manifest from '../package.json' with { type: 'json' };
import strings from '../package.nls.json' with { type: 'json' };
import { commandPage } from './docs/commandTable.mjs';
import { root } from './root.mjs';

const file = join(root, 'COMMANDS.md');
const options = await prettier.resolveConfig(file);
await writeFile(file, await prettier.format(commandPage(manifest, strings), { ...options, filepath: file }));
console.log(`COMMANDS.md: ${manifest.contributes.commands.length} commands`);
