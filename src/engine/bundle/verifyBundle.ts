/** Checks a bundle: every hash, then the whole comparison once more, then the reviewers' logs. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { INFO, isCasePlace, SUMS, type BundleInfo } from '../../io/bundle/layout.js';
import { readSums } from '../../io/bundle/sums.js';
import { readZip } from '../../io/bundle/zip.js';
import { accessFailure } from '../../io/dataset/accessFailure.js';
import { hashFile } from '../../io/index/hashFile.js';
import { readManifest } from '../../io/case/runFolder.js';
import { readExclusions } from '../../io/exclusions/exclusionFolder.js';
import { temporaryFolder } from '../../io/temporary.js';
import { VerdictFolder } from '../../io/verdicts/verdictFolder.js';
import type { BundleCheck } from '../../shared/bundle.js';
import type { VerifyRequest } from '../../shared/engineCalls.js';
import { Failure } from '../../shared/failure.js';
import type { RunManifest } from '../../shared/run.js';
import { Pace, type Hooks } from '../pace.js';
import { check } from './check.js';
import { fileDifferences } from './compareFiles.js';
import { ownFiles } from './readme.js';
import { repeatRun } from './repeatRun.js';

/**
 * What was checked of a bundle, a folder or a .zip, in the order it was; a check that needs an earlier one is left out where
 * that one failed. Throws Failure: 'input' where there is no bundle, 'cancelled'. Nothing is left in the bundle.
 */
export async function verifyBundle(
  { path: bundle, memory }: VerifyRequest,
  hooks: Hooks,
): Promise<BundleCheck[]> {
  const pace = new Pace(hooks);
  const found = await stat(bundle).catch((error: unknown) => {
    throw accessFailure(bundle, error);
  });
  const scratch = await temporaryFolder();
  try {
    if (found.isDirectory()) return await verifyFolder(bundle, { scratch, memory }, pace);
    const dir = path.join(scratch, 'bundle');
    await readZip(bundle, dir, async (done) => {
      pace.report({ phase: 'Unpacking', done, total: found.size, unit: 'bytes' });
      await pace.breathe();
    });
    return await verifyFolder(dir, { scratch, memory }, pace);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Means {
  /** A folder to write into. */
  readonly scratch: string;
  readonly memory: number | undefined;
}

async function verifyFolder(dir: string, means: Means, pace: Pace): Promise<BundleCheck[]> {
  const hashes = await checkHashes(dir, pace);
  const info = await readInfo(dir);
  const caseDir = path.join(dir, ...info.case.split('/'));
  const checks = [hashes];
  // What is not the bundle any more need not be compared again to know.
  if (hashes.agrees) checks.push(...(await repeated(dir, info, means, pace)));
  checks.push(await checkLogs(caseDir));
  return checks;
}

async function checkHashes(dir: string, pace: Pace): Promise<BundleCheck> {
  const text = await readFile(path.join(dir, SUMS), 'utf8').catch(() => {
    throw new Failure('input', `${dir} is no bundle: it has no ${SUMS}.`);
  });
  const { sums, wrong } = readSums(text);
  const differences = wrong.map((line) => `${SUMS}, line ${line}: not a hash and a path`);
  const listed = new Set([SUMS, ...sums.map((sum) => sum.path)]);
  for (const file of await filesIn(dir)) if (!listed.has(file)) differences.push(`${file}: not in ${SUMS}`);
  const sized = await Promise.all(
    sums.map(async (sum) => ({
      ...sum,
      bytes: (await stat(at(dir, sum.path)).catch(() => undefined))?.size,
    })),
  );
  const total = sized.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  let before = 0;
  for (const { path: file, sha256, bytes } of sized) {
    if (bytes === undefined) differences.push(`${file}: missing`);
    else {
      const hash = await hashFile(at(dir, file), async (done) => {
        pace.report({ phase: 'Hashing', done: before + done, total, unit: 'bytes' });
        await pace.breathe();
      });
      if (hash !== sha256) differences.push(`${file}: its SHA-256 is ${hash}`);
      before += bytes;
    }
  }
  return check(`${sums.length} files have the hashes in ${SUMS}, and there are no others`, differences);
}

async function repeated(
  dir: string,
  { case: caseDir, run }: BundleInfo,
  { scratch, memory }: Means,
  pace: Pace,
): Promise<BundleCheck[]> {
  const runDir = path.join(at(dir, caseDir), 'runs', run);
  const again = { scratch: path.join(scratch, 'again'), memory };
  const { manifest, checks } = await repeatRun(await readManifest(runDir), runDir, again, pace.hooks);
  return [...checks, await checkOwnFiles(dir, manifest, scratch, pace)];
}

async function checkOwnFiles(
  dir: string,
  manifest: RunManifest,
  scratch: string,
  pace: Pace,
): Promise<BundleCheck> {
  const differences: string[] = [];
  for (const [name, text] of ownFiles(manifest)) {
    await writeFile(path.join(scratch, name), text);
    differences.push(...(await fileDifferences(name, dir, scratch, pace)));
  }
  return check('The bundle says of itself what it has to say of this run', differences);
}

async function checkLogs(caseDir: string): Promise<BundleCheck> {
  const verdicts = new VerdictFolder(caseDir);
  await verdicts.look();
  const { damages } = await readExclusions(caseDir);
  return check(
    'The logs of verdicts and exclusions are whole chains',
    [...verdicts.damages, ...damages].map(
      ({ path: file, line, reason }) => `${file}, line ${line}: ${reason}`,
    ),
  );
}

async function readInfo(dir: string): Promise<BundleInfo> {
  const file = path.join(dir, INFO);
  try {
    const info = JSON.parse(await readFile(file, 'utf8')) as Partial<BundleInfo>;
    if (info.format !== 1) throw new Error('it is of another version');
    const { case: caseDir = '', run = '' } = info;
    if (!isCasePlace(caseDir) || !/^[0-9a-f]{16}$/.test(run)) throw new Error('it names no run');
    return info as BundleInfo;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('input', `${file} cannot be read (${reason}).`);
  }
}

/** All files below `dir`, with `/`. Links are files here: what they lead to is not the bundle's. */
async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function at(dir: string, file: string): string {
  return path.join(dir, ...file.split('/'));
}
