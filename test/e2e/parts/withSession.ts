import { afterAll, beforeAll } from 'vitest';
import { installPackage, type Installed } from './installed.js';
import { Session } from './session.js';

/** Installs the packaged extension for the tests of a file, and removes it after them. */
export function withInstalled(onInstalled: (installed: Installed) => Promise<void> | void): void {
  let installed: Installed | undefined;
  beforeAll(async () => {
    installed = await installPackage();
    await onInstalled(installed);
  }, 600_000);
  afterAll(() => installed?.remove());
}

/** Opens VS Code with the extension for the tests of a file, on a folder that `fill` puts files into; ends it after them. */
export function withSession(
  name: string,
  fill: (folder: string) => Promise<void>,
  onOpen: (session: Session) => void,
): void {
  let session: Session | undefined;
  withInstalled(async (installed) => {
    session = await Session.open(installed, name, fill);
    onOpen(session);
  });
  // Such hooks run last to first: this one before the extension is removed.
  afterAll(() => session?.close());
}
