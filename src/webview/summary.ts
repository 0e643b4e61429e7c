/** What a run found, in plain words that its kind of run allows. */
import { KINDS } from '../shared/match.js';
import type { RunManifest } from '../shared/run.js';
import { count, whole } from './parts/numbers.js';

/** Suspect responses with a reported match. */
export function reported(manifest: RunManifest): number {
  return KINDS.reduce((sum, kind) => sum + manifest.counts[kind], 0);
}

/** "dataset run" or "model-output run" */
export function runKindName(manifest: RunManifest): string {
  return manifest.kind === 'dataset' ? 'dataset run' : 'model-output run';
}

/** The headline number, and what may be said about it. */
export function summary(manifest: RunManifest): { readonly headline: string; readonly rest: string } {
  const { counts } = manifest;
  const found = reported(manifest);
  if (manifest.kind === 'dataset') {
    return {
      headline: `${count(found, 'finding')} among ${count(counts.responses, 'response')}.`,
      rest:
        'Not calibrated: without independent answers to the same prompts, ' +
        'nothing says how many of them chance alone would give.',
    };
  }
  const unpaired =
    counts.unpaired > 0
      ? ` ${count(counts.unpaired, 'answer')} had no original answer to the same prompt.`
      : '';
  return {
    headline: `${whole(found)} of ${count(counts.responses, 'answer')} share text with the original answer to the same prompt.`,
    rest:
      'At most this can show that answers are closer to the originals than independent models’ answers are; ' +
      `it cannot show what a model was trained on. Not calibrated.${unpaired}`,
  };
}
