/** What reviewers excluded by hand, on its way from the case into the parameters of a run. */
import { Preparer } from '../../core/match/prepare.js';
import { Vocabulary } from '../../core/text/vocabulary.js';
import { addExclusion, readExclusions } from '../../io/exclusions/exclusionFolder.js';
import type { CompareRequest, ExcludeRequest } from '../../shared/engineCalls.js';
import { LONGEST_EXCLUSION, type Exclusions } from '../../shared/exclusion.js';
import { Failure } from '../../shared/failure.js';
import { DEFAULT_PARAMETERS, type Parameters } from '../../shared/run.js';

/**
 * The request with what stands excluded in its case by now among its parameters, so that the run says what it left
 * out and is another run for it; `notes` names damaged lines. Throws Failure('case') where a file cannot be read.
 */
export async function withExclusions(
  request: CompareRequest,
): Promise<{ request: CompareRequest; notes: readonly string[] }> {
  const { standing, damages } = await readExclusions(request.caseDir);
  const parameters: { -readonly [K in keyof Parameters]: Parameters[K] } = { ...request.parameters };
  delete parameters.excluded;
  if (standing.length > 0) parameters.excluded = standing.map(({ text, because }) => ({ text, because }));
  return {
    request: { ...request, parameters },
    notes: damages.map(({ path, line, reason }) => `${path}, line ${line}: ${reason}.`),
  };
}

/**
 * Records that a text is excluded from now on, or counts again; resolves with what stands then. Throws
 * Failure('usage') where it would explain nothing, and Failure('case') where it cannot be written.
 */
export async function exclude({ caseDir, ...entry }: ExcludeRequest): Promise<Exclusions> {
  const { text, because, withdrawn } = entry;
  if (because.trim() === '') throw new Failure('usage', 'Say why the text proves nothing.');
  if (text.length > LONGEST_EXCLUSION) {
    const [most, has] = [LONGEST_EXCLUSION, text.length].map((one) => one.toLocaleString('en'));
    throw new Failure('usage', `At most ${most} characters can be excluded at once; these are ${has}.`);
  }
  if (!withdrawn && !explainsAnything(text)) {
    throw new Failure(
      'usage',
      `Nothing shorter than ${DEFAULT_PARAMETERS.explainedRun} words can be excluded.`,
    );
  }
  await addExclusion(caseDir, { ...entry, because: because.trim(), time: new Date().toISOString() });
  return readExclusions(caseDir);
}

function explainsAnything(text: string): boolean {
  const prepared = new Preparer(DEFAULT_PARAMETERS, new Vocabulary()).prepare(text, '');
  return prepared.windowsOf(2 * DEFAULT_PARAMETERS.explainedRun).count > 0;
}
