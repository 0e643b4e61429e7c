/** Which files the extension takes for dataset files, by name; the same endings stand in package.json's menus. */
import * as vscode from 'vscode';
import { formatOfName, type NamedFormat } from '../../io/dataset/fileName.js';
import path from 'node:path';

/** Endings that the file dialogs offer. */
export const DATASET_ENDINGS = ['jsonl', 'ndjson', 'json', 'csv', 'tsv', 'parquet', 'txt', 'md', 'gz', 'zst'];

/** VS Code does not hand larger files to extensions. */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;

/** Format and compression of the file at `file` by its name, or undefined if it is no dataset file. */
export function formatOf(file: string): NamedFormat | undefined {
  return formatOfName(path.basename(file));
}

/** Filters of the file dialogs. */
export function datasetFilters(): Record<string, string[]> {
  return { [vscode.l10n.t('Dataset files')]: DATASET_ENDINGS, [vscode.l10n.t('All files')]: ['*'] };
}
