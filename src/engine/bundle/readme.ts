/** The words that go with a bundle, for who opens it first. */
import { summarise } from '../../core/calibration/sentences.js';
import { kindSentence, NOT_TESTED } from '../../core/wording/limits.js';
import type { BundleInfo } from '../../io/bundle/layout.js';
import type { RunManifest } from '../../shared/run.js';

/** The text of README.txt. */
export function bundleReadme(
  { run, tool, version, case: caseDir }: BundleInfo,
  manifest: RunManifest,
): string {
  const { headline, rest } = summarise(manifest.kind, manifest.counts);
  return `Evidence bundle of run ${run}, made by ${tool} ${version}

${headline} ${rest}
${kindSentence(manifest.kind)} ${NOT_TESTED}

What is in it
  files/                   every file that was compared, where it lay beside the others
  ${caseDir}
                           the run (run.json, matches.jsonl, skipped records, calibration), the reviewers'
                           verdicts and what they excluded
  SHA256SUMS               the SHA-256 of every file

How to check it, offline
  1. sha256sum -c SHA256SUMS
  2. ${tool} verify <this folder>
     hashes everything, makes the whole comparison again from these files, and compares the results byte by
     byte. It ends with exit code 0 only if all agree.

The files are copies of the datasets, with everything in them: think of whom you give them to.
`;
}
