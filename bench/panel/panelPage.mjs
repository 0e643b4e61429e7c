// @ts-check
// The built panel in Chromium, its calls answered by the engine as the extension host answers them.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseJson } from '../unknown.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REVIEWER = 'bench';
/** An engine opens its run once. @type {WeakMap<object, Promise<unknown>>} */
const OPENED = new WeakMap();
const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/panel.css"></head>
<body><div id="app"></div><script>
window.acquireVsCodeApi = () => ({ postMessage: (m) => window.toHost(JSON.stringify(m)), getState: () => null, setState: () => {} });
</script><script src="/webview.js"></script></body></html>`;

/** Serves the page; resolves with its address and a way to close it. */
export async function servePanel() {
  /** @type {Readonly<Record<string, readonly [string, string]>>} */
  const files = {
    '/': ['text/html', SHELL],
    '/webview.js': ['text/javascript', readFileSync(path.join(ROOT, 'dist/webview.js'), 'utf8')],
    '/panel.css': ['text/css', readFileSync(path.join(ROOT, 'media/panel.css'), 'utf8')],
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (file) response.setHeader('content-type', `${file[0]}; charset=utf-8`).end(file[1]);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/**
 * Answers the page's calls.
 * @param {import('playwright-core').Page} page
 * @param {import('./engineThread.mjs').EngineThread} engine
 * @param {string} dir folder of the run
 */
export async function connectPanel(page, engine, dir) {
  const answers = hostAnswers(engine, dir);
  await page.exposeFunction('toHost', async (/** @type {string} */ text) => {
    const { type, id, method, argument } =
      /** @type {{ type: string, id: number, method: string, argument: object }} */ (parseJson(text));
    if (type !== 'call') return;
    const answer = await answers(method, argument).then(
      (result) => ({ type: 'ok', id, result }),
      (/** @type {unknown} */ error) => ({ type: 'err', id, code: 'bug', message: String(error) }),
    );
    // As VS Code does: one string over the wire.
    await page
      .evaluate(
        (answered) => window.postMessage(/** @type {unknown} */ (JSON.parse(answered)), '*'),
        JSON.stringify(answer),
      )
      .catch(() => undefined);
  });
}

/**
 * @param {import('./engineThread.mjs').EngineThread} engine
 * @param {string} dir
 * @returns {(method: string, argument: object) => Promise<unknown>}
 */
function hostAnswers(engine, dir) {
  /** @type {Promise<unknown>} */
  const opening = OPENED.get(engine) ?? engine.call('openRun', { dir });
  OPENED.set(engine, opening);
  return async (method, argument) => {
    const manifest = await opening;
    const asked = { run: dir, reviewer: REVIEWER };
    if (method === 'focus') return undefined;
    if (method === 'review') return engine.call('review', asked);
    if (method === 'open') {
      const review = await engine.call('review', asked);
      return { manifest, dir, suspect: 'suspect.jsonl', originals: 1, findings: 1, review, singleKeys: true };
    }
    if (method === 'histogram') {
      const { query, score } = /** @type {{ query: object, score: string }} */ (argument);
      return engine.call('histogram', { query: { ...query, ...asked }, score });
    }
    return engine.call(method, { ...argument, ...asked });
  };
}
