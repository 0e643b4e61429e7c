/** The pages of the panel and of the dataset editor: shells without any text of a dataset in them. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapedHtml } from '../../core/text/escapedHtml.js';

/** Folders that the page may load from. */
export function panelRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'media'), vscode.Uri.joinPath(extension, 'dist')];
}

/** What an app is made of: its script in `dist`, and its style sheets in `media`. */
export interface AppFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

const PANEL: AppFiles = { script: 'webview.js', styles: ['panel.css'] };

/** The page that loads an app, the panel's if none is named; it carries the translations of the app's words. */
export function appPage(webview: vscode.Webview, extension: vscode.Uri, app = PANEL): string {
  const nonce = randomBytes(18).toString('base64');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', app.script));
  return page(
    webview,
    extension,
    app.styles,
    `script-src 'nonce-${nonce}'; `,
    `<div id="app" data-l10n="${escapedHtml(JSON.stringify(vscode.l10n.bundle ?? {}))}"></div><script nonce="${nonce}" src="${escapedHtml(script.toString())}"></script>`,
  );
}

/** A page that says something and runs nothing. */
export function wordPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  title: string,
  text: string,
): string {
  return page(
    webview,
    extension,
    PANEL.styles,
    '',
    `<main class="word"><h1>${escapedHtml(title)}</h1><p>${escapedHtml(text)}</p></main>`,
  );
}

function page(
  webview: vscode.Webview,
  extension: vscode.Uri,
  styles: readonly string[],
  scripts: string,
  body: string,
): string {
  const source = webview.cspSource;
  const links = styles.map((name) => {
    const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', name));
    return `<link rel="stylesheet" href="${escapedHtml(style.toString())}">`;
  });
  const policy = `default-src 'none'; ${scripts}style-src ${source}; font-src ${source}; img-src ${source}`;
  return `<!DOCTYPE html>
<html lang="${vscode.l10n.bundle ? escapedHtml(vscode.env.language) : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapedHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${links.join('\n')}
<title>Distillation Evidence</title>
</head>
<body>${body}</body>
</html>`;
}
