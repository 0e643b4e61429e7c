/** The dataset editor's app starts here. */
import { visible } from '../pair/visible.js';
import { el } from '../parts/dom.js';
import { reportFocus } from '../parts/focus.js';
import { t } from '../parts/l10n.js';
import { leaveTextAlone } from '../parts/leaveTextAlone.js';
import { Tooltip } from '../parts/tooltip.js';
import { waiting } from '../parts/waiting.js';
import { pushButton, registerToolkit } from '../toolkit.js';
import { App } from './app.js';
import { connect } from './host.js';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');

registerToolkit();
leaveTextAlone();
const host = connect();
const tooltip = new Tooltip();
let shown = new AbortController();

async function open(place: HTMLElement): Promise<void> {
  shown.abort();
  shown = new AbortController();
  try {
    const view = await waiting(place, t('Opening the file'), host.calls.call('open', {}));
    const app = new App(host, view, tooltip, (what) => void (what === 'file' ? reload(place) : open(place)));
    place.replaceChildren(...app.elements);
    app.start(shown.signal);
  } catch (error) {
    place.replaceChildren(refused(error, () => void reload(place)));
  }
}

async function reload(place: HTMLElement): Promise<void> {
  await host.calls.call('reload', {});
  await open(place);
}

/** A file that cannot be shown is nothing alarming: what is wrong with it, and what to do. */
function refused(error: unknown, again: () => void): HTMLElement {
  const message = error instanceof Error ? error.message : String(error);
  return el(
    'main',
    { class: 'word' },
    el('h1', {}, t('This file cannot be shown as a table')),
    el('p', { dir: 'auto' }, ...visible(message)),
    el('p', { class: 'word-actions' }, pushButton(t('Try again'), again)),
  );
}

reportFocus((keys) => void host.calls.call('focus', { keys }));
void open(root);
