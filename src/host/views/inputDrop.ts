/** Files and folders that are dragged from the explorer, or from one role to the other. */
import * as vscode from 'vscode';
import type { InputNode } from './inputsTree.js';

const URIS = 'text/uri-list';

export class InputDrop implements vscode.TreeDragAndDropController<InputNode> {
  readonly dropMimeTypes = [URIS, 'files'];
  readonly dragMimeTypes = [URIS];

  constructor(private readonly add: (paths: readonly string[]) => Promise<unknown>) {}

  handleDrag(nodes: readonly InputNode[], data: vscode.DataTransfer): void {
    const uris = nodes.map((node) => vscode.Uri.file(node.path).toString());
    data.set(URIS, new vscode.DataTransferItem(uris.join('\r\n')));
  }

  async handleDrop(_target: InputNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const paths = await droppedPaths(data);
    if (paths.length > 0) await this.add(paths);
  }
}

/** The files of this machine that were dropped, in their order. */
export async function droppedPaths(data: vscode.DataTransfer): Promise<string[]> {
  const text = (await data.get(URIS)?.asString()) ?? '';
  const uris = text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => parsed(line));
  return [...new Set(uris.filter((uri) => uri.scheme === 'file').map((uri) => uri.fsPath))];
}

function parsed(line: string): vscode.Uri[] {
  try {
    return [vscode.Uri.parse(line, true)];
  } catch {
    return [];
  }
}
