/** The extension under test, and a listener in the place of its messages. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Extension } from '../../../src/host/extension.js';
import type { Messages } from '../../../src/host/messages.js';

/** The activated extension. */
export async function extension(): Promise<Extension> {
  const found = vscode.extensions.getExtension<Extension>('distillation-evidence.distillation-evidence');
  assert.ok(found, 'the extension is not there');
  return found.activate();
}

/** Hears what is said, and answers with no action but the one that it is told. */
export class Heard implements Messages {
  readonly said: string[] = [];
  readonly reports: string[] = [];
  /** The action that is chosen wherever it is offered. */
  answer: string | undefined;
  /** What is answered to a question whether to go on. */
  confirms = false;
  /** Called at each report of progress. */
  onReport: ((controller: AbortController) => void) | undefined;

  info = (text: string, ...actions: string[]) => this.#hear(`info: ${text}`, actions);
  warn = (text: string, ...actions: string[]) => this.#hear(`warn: ${text}`, actions);
  error = (text: string, ...actions: string[]) => this.#hear(`error: ${text}`, actions);
  confirm = (text: string) => {
    this.said.push(`confirm: ${text}`);
    return Promise.resolve(this.confirms);
  };
  status = (text: string) => void this.said.push(`status: ${text}`);

  progress: Messages['progress'] = (_title, task) => {
    const controller = new AbortController();
    return task(
      {
        report: (text) => {
          this.reports.push(text);
          this.onReport?.(controller);
        },
      },
      controller.signal,
    );
  };

  /** The errors and warnings, without their kind. */
  get troubles(): string[] {
    return this.said.filter((text) => /^(error|warn): /.test(text)).map((text) => text.replace(/^\w+: /, ''));
  }

  #hear(text: string, actions: readonly string[]): Promise<string | undefined> {
    this.said.push(text);
    return Promise.resolve(actions.find((action) => action === this.answer));
  }
}

/** Puts a listener in the place of VS Code's messages; `restore` puts those back. */
export async function listen(): Promise<{ heard: Heard; restore: () => void }> {
  const { services } = await extension();
  const before = services.messages;
  const heard = new Heard();
  services.messages = heard;
  return { heard, restore: () => (services.messages = before) };
}

/** Asks `probe` until it answers with something, for ten seconds. */
export async function eventually<T>(what: string, probe: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await probe();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`never came: ${what}`);
}

/** The page of a webview, its attributes as a browser reads them. */
export function pageOf({ html }: vscode.Webview): string {
  return html.replaceAll('&#39;', "'");
}
