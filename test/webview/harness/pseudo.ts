/** A made-up language: every letter of the English words is another one, so that what was not translated is seen. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stringsOf } from '../../../scripts/l10n/strings.mjs';

/** Translations of all words of the apps, as VS Code would hand them over. */
export async function pseudoWords(): Promise<Readonly<Record<string, string>>> {
  const { strings } = await stringsOf(join(import.meta.dirname, '../../../src/webview'));
  return Object.fromEntries([...strings].map((text) => [text, pseudo(text)]));
}

/** "Show {0} lines" → "Şĥöŵ {0} ļîñêŝ" */
export function pseudo(text: string): string {
  return text.replace(/[A-Za-z]/gu, (letter) => {
    const code = letter.charCodeAt(0) - (letter <= 'Z' ? 65 : 97);
    // Letters of the Greek alphabet, since no word of the fixtures has them.
    return String.fromCodePoint((letter <= 'Z' ? 0x391 : 0x3b1) + (code % 17));
  });
}

/** What is no word of a language: keys, formats, units, people's names, and months, whose words are the browser's. */
const NAMES =
  /^(?:Ctrl|Shift|Enter|Dice|Jaccard|JSON Lines|CSV|Parquet|kB|GB|Aa|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/u;

/** Keeps what the host says to the page, so that words of the data are known; called before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    window.addEventListener('message', ({ data }) => said.push(data));
    Object.assign(window, { said });
  });
}

/**
 * Texts on the page, names and descriptions for screen readers included, with English words in them that are neither
 * the data's nor in a part that is said to be English.
 */
export async function untranslated(
  page: Page,
  words: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { texts, said } = await page.evaluate(read);
  const ofData = said.filter((text) => !Object.hasOwn(words, text)).join('\n');
  const isLeft = (part: string) => !NAMES.test(part) && !ofData.includes(part);
  return [...new Set(texts)].filter((text) => englishIn(text).some(isLeft));
}

/** Stretches of English words: between letters of the made-up language, numbers and punctuation. */
function englishIn(text: string): string[] {
  return text
    .split(/[\u0391-\u03c9\d,;:+()/·=]+/u)
    .flatMap((part) => /[A-Za-z].*[A-Za-z]/su.exec(part)?.[0] ?? []);
}

/** In the page: what it shows and says, and every string that the host sent. */
function read(): { texts: string[]; said: string[] } {
  const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'label'];
  const texts: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    // Initials are made of names, and reasons are sentences of the evidence.
    if (element.matches('script, kbd, .initials, .explained') || element.closest('[lang=en]')) continue;
    for (const name of attributes) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
  }
  const said: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') said.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, of] of Object.entries(value)) {
        collect(of);
        // Fields of the records are named by the data.
        if (key === 'meta') collect(Object.keys(of as object));
      }
  };
  collect((window as unknown as { said: unknown }).said);
  return { texts: texts.filter((text) => text.trim() !== ''), said };
}
