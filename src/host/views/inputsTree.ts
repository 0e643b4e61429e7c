/** The tree of the originals, or of the controls, that the workspace remembers. */
import path from 'node:path';
import * as vscode from 'vscode';
import { listDatasetFiles } from '../../io/dataset/listDatasetFiles.js';
import type { InputFacts } from '../../shared/originalsIndex.js';
import type { RememberedInputs } from '../inputs/rememberedInputs.js';
import { guarded } from '../fail.js';
import { indexFolder } from '../originalsIndex/indexFolder.js';
import type { Services } from '../services.js';
import { parametersFor } from '../settings.js';
import { inputItem } from './inputItem.js';

/** A remembered file or folder, or a dataset file in such a folder. */
export interface InputNode {
  readonly path: string;
  /** The folder that holds it, where that is what is remembered. */
  readonly folder?: string;
}

/** Dataset files of a folder that are listed. */
const MOST = 500;

export class InputsTree implements vscode.TreeDataProvider<InputNode> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #facts = new Map<string, InputFacts>();
  #asked: AbortController | undefined;

  constructor(
    private readonly services: Services,
    readonly inputs: RememberedInputs,
  ) {
    services.context.subscriptions.push(
      inputs.onDidChange(() => this.refresh()),
      services.run.onDidChange(() => this.refresh()),
    );
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(node?: InputNode): Promise<InputNode[]> {
    const nodes = node ? await filesIn(node.path) : this.#remembered();
    void guarded(this.services, () => this.#learn(nodes));
    return nodes;
  }

  getTreeItem(node: InputNode): vscode.TreeItem {
    return inputItem(node, this.inputs, this.#facts.get(node.path));
  }

  getParent(node: InputNode): InputNode | undefined {
    return node.folder === undefined ? undefined : { path: node.folder };
  }

  #remembered(): InputNode[] {
    this.#asked?.abort();
    const nodes = this.inputs.all().map((file) => ({ path: file }));
    return nodes.sort((a, b) => path.basename(a.path).localeCompare(path.basename(b.path)));
  }

  /** Sizes and index states come when they are known; the names don't wait for them. */
  async #learn(nodes: readonly InputNode[]): Promise<void> {
    if (nodes.length === 0) return;
    const controller = new AbortController();
    this.#asked = controller;
    const request = {
      paths: nodes.map((node) => node.path),
      indexDir: indexFolder(this.services.context),
      parameters: parametersFor(undefined),
    };
    const { signal } = controller;
    const facts = await this.services.engine.call('inputFacts', request, { signal }).catch(() => []);
    const news = facts.filter((one) => JSON.stringify(this.#facts.get(one.path)) !== JSON.stringify(one));
    for (const one of news) this.#facts.set(one.path, one);
    if (news.length > 0) this.refresh();
  }
}

async function filesIn(folder: string): Promise<InputNode[]> {
  const { files } = await listDatasetFiles([folder]).catch(() => ({ files: [] }));
  return files.slice(0, MOST).map((file) => ({ path: file.path, folder }));
}
