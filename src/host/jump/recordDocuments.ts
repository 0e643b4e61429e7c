/** Read-only documents of one record each, for files that an editor cannot show and for the diff editor. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { Span } from '../../shared/dataset.js';
import type { RecordDocument } from '../../shared/engineCalls.js';
import { Failure } from '../../shared/failure.js';
import type { Services } from '../services.js';
import { RECORD_LANGUAGE } from '../ids.js';
import { requestOf } from './recordUri.js';

export class RecordDocuments implements vscode.TextDocumentContentProvider {
  constructor(private readonly services: Services) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    try {
      return (await this.read(uri)).text;
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
  }

  /** The record's text with line ends as the editor has them, and its response's span in it; throws Failure. */
  async read(uri: vscode.Uri): Promise<RecordDocument> {
    const request = requestOf(uri);
    if (!request || !this.#isKnown(request.path)) {
      throw new Failure(
        'usage',
        vscode.l10n.t('This is no record of the current run. Open it again from its findings.'),
      );
    }
    const { text, response } = await this.services.engine.call('record', request);
    const whole = request.view === 'response' ? ([0, text.length] as const) : response;
    return withLineFeeds(text, whole);
  }

  /** The record in an editor's document, in the language that wraps its lines: responses are prose. */
  async open(uri: vscode.Uri): Promise<{ document: vscode.TextDocument; response: Span | undefined }> {
    const { response } = await this.read(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    return { document: await vscode.languages.setTextDocumentLanguage(document, RECORD_LANGUAGE), response };
  }

  /** Only files that were compared are read, whoever asks. */
  #isKnown(file: string): boolean {
    const run = this.services.run.get();
    return [...(run?.suspects ?? []), ...(run?.originals ?? [])].some(
      (known) => path.relative(known, file) === '',
    );
  }
}

/** Replaces CR LF and CR by LF, as VS Code would, and moves the span with the text. */
export function withLineFeeds(text: string, response: Span | undefined): RecordDocument {
  const lf = (part: string) => part.replace(/\r\n?/g, '\n');
  if (!response) return { text: lf(text) };
  const start = lf(text.slice(0, response[0])).length;
  const end = start + lf(text.slice(...response)).length;
  return { text: lf(text), response: [start, end] };
}
