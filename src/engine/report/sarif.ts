/** The report as SARIF 2.1.0: a finding is a result, its suspect record the location, its originals related ones. */
import { summarise } from '../../core/calibration/sentences.js';
import { kindSentence, NOT_TESTED } from '../../core/wording/limits.js';
import { KINDS, type Kind, type MatchSide } from '../../shared/match.js';
import type { RunInput } from '../../shared/run.js';
import type { Report, ReportFinding } from './gather.js';
import { kindMeaning } from './kindMeaning.js';
import { staleNote } from './staleNote.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';
/** Stands for the folder that holds the case folder: relative paths begin there. */
const BASE = 'CASE';

type Inputs = ReadonlyMap<string, RunInput>;

/** Yields the log, a result at a time. */
export async function* sarifReport({ manifest, findings }: Report): AsyncGenerator<string> {
  const inputs: Inputs = new Map(manifest.inputs.map((input) => [input.path, input]));
  const head = JSON.stringify({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [runOf(manifest, inputs)],
  });
  // The results go in before the brackets that close the run, the runs and the log.
  yield `${head.slice(0, -3)},"results":[`;
  let before = '\n';
  for await (const finding of findings()) {
    yield before + JSON.stringify(resultOf(finding, inputs));
    before = ',\n';
  }
  yield '\n]}]}\n';
}

function runOf({ tool, version, run, kind, counts, parameters, notes }: Report['manifest'], inputs: Inputs) {
  const { headline, rest } = summarise(kind, counts);
  return {
    tool: {
      driver: {
        name: tool,
        version,
        semanticVersion: version,
        fullDescription: message(`${kindSentence(kind)} ${NOT_TESTED}`),
        rules: KINDS.map((id) => ({
          id,
          shortDescription: message(`${id} text`),
          fullDescription: message(kindMeaning(id, parameters)),
          defaultConfiguration: { level: 'note' },
        })),
      },
    },
    automationDetails: { id: `${tool}/${run}` },
    originalUriBaseIds: { [BASE]: { description: message('The folder that holds the case folder.') } },
    columnKind: 'utf16CodeUnits',
    artifacts: [...inputs.values()].map((input) => ({
      location: artifact(input.path),
      length: input.bytes,
      hashes: { 'sha-256': input.sha256 },
      ...(input.role === 'suspect' && { roles: ['analysisTarget'] }),
      properties: { role: input.role, records: input.records, responses: input.responses },
    })),
    invocations: [
      {
        executionSuccessful: true,
        ...(notes.length > 0 && {
          toolExecutionNotifications: notes.map((note) => ({ level: 'note', message: message(note) })),
        }),
      },
    ],
    properties: { run, kind, headline, chance: rest, counts, parameters },
  };
}

function resultOf(finding: ReportFinding, inputs: Inputs): object {
  const { number, pairs, routes, judgements } = finding;
  const [best] = pairs;
  const { match, why } = best;
  const stale = staleNote(best);
  return {
    ruleId: match.kind,
    ruleIndex: KINDS.indexOf(match.kind),
    level: 'note',
    message: message(`${opening(match.kind)} ${why}${stale === undefined ? '' : ` ${stale}`}`),
    locations: [location(match.suspect, inputs)],
    relatedLocations: pairs.map((pair, index) => ({
      id: index + 1,
      ...location(pair.match.original, inputs),
      message: message(
        `An original with ${pair.match.scores.distinctiveTokens.value} distinctive tokens of evidence (${pair.match.kind}).`,
      ),
    })),
    partialFingerprints: { 'pair/v1': match.pair },
    properties: {
      finding: number,
      scores: match.scores,
      flags: match.flags,
      innocentRoutes: routes,
      verdicts: judgements,
    },
  };
}

function opening(kind: Kind): string {
  return kind === 'partial'
    ? 'This response shares passages with an original.'
    : `This response is ${article(kind)} an original.`;
}

function article(kind: Exclude<Kind, 'partial'>): string {
  return kind === 'near-duplicate'
    ? 'a near-duplicate of'
    : kind === 'identical'
      ? 'identical to'
      : 'equal, after normalisation, to';
}

/** Lines and bytes speak of the file as it lies: not of what is packed in it, and not of rows. */
function location(side: MatchSide, inputs: Inputs): object {
  const { path, record, line, byteOffset, byteLength, pointer, sha256 } = side;
  const input = inputs.get(path);
  const isPlain = input?.compression === 'none';
  const isOneLine = input?.format === 'jsonl';
  const region = {
    ...(isPlain && line !== undefined && { startLine: line }),
    // A record of several lines is named by its first one alone, which its bytes would contradict.
    ...(isPlain && isOneLine && byteOffset !== undefined && { byteOffset, byteLength }),
  };
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      ...(Object.keys(region).length > 0 && { region }),
    },
    properties: {
      record,
      pointer,
      sha256,
      ...(byteOffset !== undefined && { byteOffset, byteLength }),
    },
  };
}

function artifact(casePath: string): object {
  // Another drive of Windows has no relative path.
  if (/^[A-Za-z]:\//.test(casePath))
    return { uri: `file:///${casePath.slice(0, 2)}${encoded(casePath.slice(2))}` };
  return { uri: encoded(casePath), uriBaseId: BASE };
}

function encoded(casePath: string): string {
  return casePath.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** A plain text message, in which brackets would be links and braces places for arguments (SARIF 3.11.5, 3.11.6). */
function message(text: string): { text: string } {
  return { text: text.replace(/[[\]]/g, '\\$&').replace(/[{}]/g, '$&$&') };
}
