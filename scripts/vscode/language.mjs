// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Registers a language pack without words: VS Code then speaks `language` to its extensions, and stays English itself.
 * @param {string} data the server's data folder
 * @param {string} language such as "el"
 */
export async function registerLanguage(data, language) {
  const words = join(data, 'words.json');
  await writeFile(words, JSON.stringify({ contents: {} }));
  // Without an extension that brings the language, VS Code scans no other extension either.
  const extensions = [{ extensionIdentifier: { id: 'distillation-evidence.no-words' }, version: '1.0.0' }];
  const pack = { hash: 'no-words', label: language, extensions, translations: { vscode: words } };
  await mkdir(join(data, 'data'), { recursive: true });
  await writeFile(join(data, 'data', 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
