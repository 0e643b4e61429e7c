/** The panel's app starts here. */
import { App } from './app.js';
import { connect } from './host.js';
import { t } from './parts/l10n.js';
import { leaveTextAlone } from './parts/leaveTextAlone.js';
import { Tooltip } from './parts/tooltip.js';
import { problem, waiting } from './parts/waiting.js';
import { registerToolkit } from './toolkit.js';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');

registerToolkit();
leaveTextAlone();
const host = connect();
const tooltip = new Tooltip();

const open = async (place: HTMLElement): Promise<void> => {
  try {
    const run = await waiting(place, t('Opening the run'), host.calls.call('open', {}));
    const app = new App(host, run, tooltip);
    place.replaceChildren(...app.elements);
    app.start();
  } catch (error) {
    place.replaceChildren(problem(t('The run could not be opened.'), error, () => void open(place)));
  }
};
void open(root);
