/** A look at both sides before a long or unsure run. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { listDatasetFiles } from '../../io/dataset/listDatasetFiles.js';
import type { ShapeOverride } from '../../shared/dataset.js';
import type { Preview } from '../../shared/engineCalls.js';
import type { Parameters } from '../../shared/run.js';
import type { Services } from '../services.js';
import { askPreview, type SideView } from './previewPick.js';

/** From so many bytes on a run is long enough to look first. */
const LONG_RUN = 20 * 1024 * 1024;
/** Files of one side that are looked into. */
const LOOKED_INTO = 3;

/** Shows both sides where that is worth it; resolves with what the user wants. */
export async function previewed(
  { engine, inputs: { original: remembered } }: Services,
  suspect: string,
  originals: readonly string[],
  parameters: Parameters,
): Promise<'compare' | 'fields' | 'cancel'> {
  const look = async (title: string, paths: readonly string[], shape: ShapeOverride | undefined) => {
    const { files } = await listDatasetFiles(paths);
    const sizes = await Promise.all(files.map(async (file) => (await stat(file.path)).size));
    const previews: Preview[] = [];
    for (const file of files.slice(0, LOOKED_INTO)) {
      previews.push(await engine.call('preview', { path: file.path, ...(shape && { shape }) }));
    }
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return { title, previews, files: files.length, bytes } satisfies SideView;
  };
  const sides = [
    await look(vscode.l10n.t('Suspect'), [suspect], parameters.suspectShape),
    await look(vscode.l10n.t('Originals'), originals, parameters.originalsShape),
  ];
  const unsure = sides.some((side) => side.previews.some((preview) => preview.summary.shape.guessed));
  const long = sides.reduce((sum, side) => sum + side.bytes, 0) > LONG_RUN;
  if (!unsure && !long && remembered.wasPreviewed(originals)) return 'compare';
  const choice = await askPreview(vscode.l10n.t('Compare {0}?', path.basename(suspect)), sides);
  if (choice === 'compare') await remembered.setPreviewed(originals);
  return choice;
}
