/** What a run found, in plain words that its kind of run allows. */
import { findingsOf, summarise, type Summary } from '../core/calibration/sentences.js';
import type { RunManifest } from '../shared/run.js';
import { t } from './parts/l10n.js';

/** Suspect responses with a reported match. */
export function reported(manifest: RunManifest): number {
  return findingsOf(manifest.counts);
}

/** "dataset run" or "model-output run" */
export function runKindName(manifest: RunManifest): string {
  return manifest.kind === 'dataset' ? t('dataset run') : t('model-output run');
}

/** The headline number, and what may be said about it. */
export function summary(manifest: RunManifest): Summary {
  return summarise(manifest.kind, manifest.counts);
}
