// @ts-check
// The page of all commands with their default keys, written from the manifest.

/**
 * @typedef {{
 *   contributes: {
 *     commands: readonly { command: string, title: string }[],
 *     keybindings: readonly { command: string, key: string, mac?: string, when?: string }[],
 *   },
 * }} Manifest
 */

/** The places whose commands share a stretch of their id, each with what the page calls it; '' has the others. */
const PLACES = /** @type {const} */ ([
  ['', 'Anywhere'],
  ['panel.', 'In the findings panel'],
  ['table.', 'In the table of a dataset'],
]);

/**
 * The page as Markdown: each command of the manifest once, by place and in the manifest's order, with its default keys.
 * @param {Manifest} manifest
 * @param {Readonly<Record<string, unknown>>} strings package.nls.json
 * @returns {string}
 * @throws Error when a title is not among the strings
 */
export function commandPage({ contributes }, strings) {
  const { commands, keybindings } = contributes;
  const parts = PLACES.map(([stretch, heading]) => {
    const rows = commands
      .filter(({ command }) => placeOf(command) === stretch)
      .map(({ command, title }) => {
        const keys = keybindings.filter((one) => one.command === command);
        const cells = [titled(title, strings), keys.map(keyWords).join(', '), `\`${command}\``];
        return `| ${cells.join(' | ')} |`;
      });
    return [`## ${heading}`, '', '| Command | Default key | Id |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${['# Commands', INTRODUCTION, ...parts].join('\n\n')}\n`;
}

const INTRODUCTION =
  'Every command, with the key that it has before you choose your own in _Preferences: Open Keyboard Shortcuts_. ' +
  'A key acts only where its command does. The single keys of the panel and the table are no keybindings: `?` in the ' +
  'panel lists them. `npm run commands` writes this page from `package.json`.';

/** @param {string} command */
function placeOf(command) {
  const rest = command.slice(command.indexOf('.') + 1);
  return (
    PLACES.map(([stretch]) => stretch).find((stretch) => stretch !== '' && rest.startsWith(stretch)) ?? ''
  );
}

/**
 * @param {string} title as the manifest has it, e.g. `%command.compare%`
 * @param {Readonly<Record<string, unknown>>} strings
 */
function titled(title, strings) {
  const text = title.replace(/^%(.*)%$/, (_, /** @type {string} */ key) => {
    const found = strings[key];
    if (typeof found !== 'string') throw new Error(`package.nls.json has no ${key}`);
    return found;
  });
  return text.replaceAll('|', '\\|');
}

/** @param {{ key: string, mac?: string }} binding */
function keyWords({ key, mac }) {
  const shown = `\`${capital(key)}\``;
  return mac === undefined || mac === key ? shown : `${shown} (macOS \`${capital(mac)}\`)`;
}

/** `ctrl+shift+z` → `Ctrl+Shift+Z`. @param {string} keys */
function capital(keys) {
  return keys.replaceAll(/(^|[+ ])(\w)/g, (_, /** @type {string} */ before, /** @type {string} */ letter) => {
    return before + letter.toUpperCase();
  });
}
