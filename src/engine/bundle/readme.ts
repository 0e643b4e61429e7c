/** What a bundle says of itself: the words for who opens it first, and where its run lies. */
import { summarise } from '../../core/calibration/sentences.js';
import { kindSentence, NOT_TESTED } from '../../core/wording/limits.js';
import { INFO, layoutOf, README, type BundleInfo } from '../../io/bundle/layout.js';
import type { RunManifest } from '../../shared/run.js';
import { TOOL, VERSION } from '../identity.js';

/** The names and texts of the files that a bundle of the run has beside copies and hashes. */
export function ownFiles(manifest: RunManifest): readonly (readonly [string, string])[] {
  const { caseDir } = layoutOf(manifest.inputs.map((input) => input.path));
  const info: BundleInfo = { format: 1, tool: TOOL, version: VERSION, case: caseDir, run: manifest.run };
  return [
    [INFO, JSON.stringify(info, null, 2) + '\n'],
    [README, bundleReadme(info, manifest)],
  ];
}

function bundleReadme({ run, tool, version, case: caseDir }: BundleInfo, manifest: RunManifest): string {
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
     hashes every file, makes the whole comparison again from files/ with the parameters in run.json, and
     compares with the results in ${caseDir}/runs, byte by byte:
       run.json          but for notes on files that were left out of the comparison, and the number of
                         skipped records of files that are not in the bundle
       matches.jsonl
       calibration.json, closeness.json, planted.json where there is one
       skipped.jsonl     line by line, what it says of the files in the bundle
       README.txt and bundle.json
     It also checks that no line of the reviewers' logs was changed since. Nothing that is made again speaks
     for what reviewers wrote, for timing.json, or for any other file.
     It ends with exit code 0 only if all agree.

The files are copies of the datasets, with everything in them: think of whom you give them to.
`;
}
