/** What every format of a report needs of a run: its findings best first, with texts, verdicts and routes. */
import { CasePaths, caseOfRun } from '../../io/case/paths.js';
import { readPlanted } from '../../io/case/plantedFile.js';
import type { LineRange } from '../../io/case/runFolder.js';
import { VerdictFolder } from '../../io/verdicts/verdictFolder.js';
import type { ChainDamage } from '../../shared/chain.js';
import type { Kind, Match, MatchSide } from '../../shared/match.js';
import type { Planted } from '../../shared/planted.js';
import type { Route } from '../../shared/route.js';
import type { RunManifest } from '../../shared/run.js';
import type { FindingId } from '../../shared/findingQuery.js';
import type { Judgement, ReviewProgress } from '../../shared/verdict.js';
import type { OpenRun } from '../openRuns.js';
import type { Pace } from '../pace.js';
import { pairReason } from '../pairReason.js';
import type { ResponseTexts, TextAt } from '../responseTexts.js';
import type { RunModel } from '../runModel.js';
import { Review } from '../review/review.js';
import { RunReview } from '../review/runReview.js';

/** A text as it was compared. */
export type ReportText = Pick<TextAt, 'text' | 'prompt'>;

/** A reported match. Paths are as the case writes them. */
export interface ReportPair {
  readonly match: Match;
  /** Undefined where the file no longer holds what was compared. */
  readonly suspect: ReportText | undefined;
  readonly original: ReportText | undefined;
  readonly why: string;
  readonly judgements: readonly Judgement[];
}

/** A finding as its list shows it, without reading it again. */
export interface ReportHead {
  /** Best first, from 1. */
  readonly number: number;
  readonly kind: Kind;
  /** Distinctive tokens of its best match. */
  readonly evidence: number;
  readonly suspect: Pick<MatchSide, 'path' | 'record' | 'line'>;
  /** What reviewers say of its best match. */
  readonly judgements: readonly Judgement[];
  /** Innocent routes that the data shows or a reviewer set. */
  readonly routes: readonly Route[];
}

export interface ReportFinding extends ReportHead {
  /** Its reported matches, best first; never empty. */
  readonly pairs: readonly [ReportPair, ...ReportPair[]];
}

/** A run about to be reported. */
export interface Report {
  readonly manifest: RunManifest;
  readonly planted: Planted | undefined;
  /** How far each reviewer is, by name. */
  readonly progress: readonly ReviewProgress[];
  /** Lines of verdict files that are damaged. */
  readonly damages: readonly ChainDamage[];
  /** Reported findings of the run. */
  readonly total: number;
  /** Those that are in the report: the first ones. */
  readonly count: number;
  /** A finding of the report by its number. */
  readonly head: (number: number) => ReportHead;
  /** All of the report with their matches and texts, read in batches; throws the cancelled failure. */
  readonly findings: () => AsyncGenerator<ReportFinding>;
  readonly pace: Pace;
}

/** What a batch may hold: bytes of the records behind its matches, and matches. */
const BATCH = { bytes: 64e6, matches: 4096 };
/** For records of formats without byte ranges. */
const BYTES_OF_A_ROW = 4000;

/** Gathers the report of an open run, of at most `most` findings. Throws Failure where a part of the run is damaged. */
export async function gather(run: OpenRun, most: number, pace: Pace): Promise<Report> {
  const { model } = run;
  const caseDir = caseOfRun(model.dir);
  const verdicts = new Review(new VerdictFolder(caseDir));
  await verdicts.look();
  const review = new RunReview(model, verdicts);
  const paths = new CasePaths(caseDir);
  const total = review.reported.length;
  const count = Math.min(total, most);
  const head = (number: number): ReportHead => {
    const id = review.reported[number - 1]!;
    const { kind, scores, suspect } = model.finding(id).best;
    return {
      number,
      kind,
      evidence: scores.distinctiveTokens.value,
      suspect: { ...suspect, path: paths.of(suspect.path) },
      judgements: review.judgements(id),
      routes: review.routesOf(id, undefined),
    };
  };
  return {
    manifest: model.manifest,
    planted: await readPlanted(model.dir),
    progress: verdicts.reviewers.map((reviewer) => review.progress(reviewer)),
    damages: verdicts.damages.map((damage) => ({ ...damage, path: paths.of(damage.path) })),
    total,
    count,
    head,
    pace,
    findings: async function* () {
      for (const batch of batches(review.reported.slice(0, count), model)) {
        for await (const { number, pairs } of pairsOf(run, batch, verdicts, paths, pace)) {
          pace.report({ phase: 'Writing the report', done: number, total: count, unit: 'responses' });
          await pace.breathe();
          yield { ...head(number), pairs };
        }
      }
    },
  };
}

/** A reported match of a finding, and its place in matches.jsonl. */
interface Item {
  readonly number: number;
  readonly line: LineRange;
}

type Pairs = ReportFinding['pairs'];

/** The findings of a batch in its order, each with its pairs. */
async function* pairsOf(
  { model, texts }: OpenRun,
  batch: readonly Item[],
  verdicts: Review,
  paths: CasePaths,
  pace: Pace,
): AsyncGenerator<{ number: number; pairs: Pairs }> {
  const matches = new Map<Item, Match>();
  for await (const some of model.file.each(batch)) {
    for (const [item, match] of some) matches.set(item, match);
    await pace.breathe();
  }
  const read = await textsOf([...matches.values()], texts, pace);
  let pairs: ReportPair[] = [];
  for (const [at, item] of batch.entries()) {
    const match = matches.get(item)!;
    const original = read.get(match.original);
    pairs.push({
      match: withPaths(match, paths),
      suspect: read.get(match.suspect),
      original,
      why: await pairReason(model, match, original?.text.length),
      judgements: verdicts.of(match.pair),
    });
    if (batch[at + 1]?.number === item.number) continue;
    yield { number: item.number, pairs: pairs as [ReportPair, ...ReportPair[]] };
    pairs = [];
  }
}

/** The reported matches of findings, in stretches of whole findings that memory can hold. */
function* batches(ids: readonly FindingId[], model: RunModel): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const [at, id] of ids.entries()) {
    const { matches, originals, best } = model.finding(id);
    bytes += bytesOf(best.suspect);
    for (const [index, original] of originals.entries()) {
      if (!original.reported) continue;
      batch.push({ number: at + 1, line: matches[index]! });
      bytes += bytesOf(original.at);
    }
    if (bytes < BATCH.bytes && batch.length < BATCH.matches) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function bytesOf({ byteLength = BYTES_OF_A_ROW }: MatchSide): number {
  return byteLength;
}

/** The texts of both sides of matches that are still what was compared, each file read once and in its order. */
async function textsOf(
  matches: readonly Match[],
  texts: ResponseTexts,
  pace: Pace,
): Promise<Map<MatchSide, ReportText>> {
  const sides = matches.flatMap(({ suspect, original }) => [{ at: suspect }, { at: original }]);
  const read = new Map<MatchSide, ReportText>();
  for await (const some of texts.eachAt(sides)) {
    for (const [{ at }, { text, prompt, stale }] of some) if (!stale) read.set(at, { text, prompt });
    await pace.breathe();
  }
  return read;
}

function withPaths(match: Match, paths: CasePaths): Match {
  const { suspect, original } = match;
  return {
    ...match,
    suspect: { ...suspect, path: paths.of(suspect.path) },
    original: { ...original, path: paths.of(original.path) },
  };
}
