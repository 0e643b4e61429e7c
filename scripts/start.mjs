// @ts-check
// `npm start`: VS Code with the extension, on a copy of the sample case that is compared at once.
import { installDependencies } from './dependencies.mjs';
import { buildIfStale } from './start/build.mjs';
import { prepareDemo } from './start/demo.mjs';
import { findCode, openInDesktop } from './start/desktop.mjs';

await installDependencies();
await buildIfStale();
const demo = await prepareDemo();
const code = findCode();
if (code === undefined) {
  // Imported late, since it needs the dependencies.
  const { openInServer } = await import('./start/server.mjs');
  await openInServer(demo);
} else {
  await openInDesktop(code, demo);
  console.log(`VS Code opens ${demo.folder}`);
}
