/** One block of suspects against all originals. */
import { isMerged } from '../../core/flags/mergedOriginals.js';
import { isEarlier } from '../../core/flags/earlierSuspect.js';
import { isInPublicText } from '../../core/flags/publicText.js';
import { isInSeveralOriginals } from '../../core/flags/severalOriginals.js';
import { splitOverTurns } from '../../core/flags/splitTurns.js';
import { CasePaths } from '../../io/case/paths.js';
import { writingCase } from '../../io/case/writingCase.js';
import { FLAGS, type Flag } from '../../shared/flag.js';
import type { Match } from '../../shared/match.js';
import type { Outcome } from '../ledger.js';
import type { CountedCorpus } from './countSeeds.js';
import { inLanes } from './lanes.js';
import type { HalfMatch } from './packedMatch.js';
import type { Among, SuspectMatches } from './pairScorer.js';
import { unpackText } from './packedTexts.js';
import type { PairPlace, PartRef } from './partMatcher.js';
import type { Pool } from './pool.js';
import type { Block, BlockBuilder, BlockResponse } from './suspects.js';
import type { Comparing } from './tasks.js';
import { WaitingMatches, type Waiting } from './waitingMatches.js';

/** What a suspect found; its best so far, the best first. */
interface Found {
  /** Of its text; "" where nothing is kept. */
  readonly sha256: string;
  readonly best: Waiting | undefined;
  readonly matches: number;
  readonly unreported: number;
}

/** Compares the block; yields what became of every response, in their order. `progress` is told shares from 0 to 1. */
export async function* runBlock(
  builder: BlockBuilder,
  corpus: CountedCorpus,
  pool: Pool,
  comparing: Comparing,
  progress: (share: number) => void,
): AsyncGenerator<Outcome> {
  const waiting = new WaitingMatches(comparing.caseDir, comparing.parameters.originalsPerResponse);
  try {
    yield* compared(builder, corpus, pool, comparing, progress, waiting);
  } finally {
    waiting.close();
  }
}

async function* compared(
  builder: BlockBuilder,
  corpus: CountedCorpus,
  pool: Pool,
  comparing: Comparing,
  progress: (share: number) => void,
  waiting: WaitingMatches,
): AsyncGenerator<Outcome> {
  const { parameters, kind } = comparing;
  const { passageToll, reportFrom } = parameters;
  const { block, hot } = await builder.finish();
  await pool.onAll('block', { block, comparing });
  const { publicParts = [] } = corpus;
  const paths = new CasePaths(comparing.pathsCase);
  let done = 0;
  const join = (before: Found | undefined, more: SuspectMatches): Found => ({
    sha256: (before?.sha256 ?? '') || more.sha256,
    best: waiting.join(before?.best, more.best),
    matches: (before?.matches ?? 0) + more.matches,
    unreported: (before?.unreported ?? 0) + more.unreported,
  });
  const matching = async (parts: readonly PartRef[], among: Among): Promise<ReadonlyMap<number, Found>> => {
    const found = new Map<number, Found>();
    await inLanes(parts, 2 * pool.threads, async (part) => {
      let from: PairPlace | undefined;
      do {
        const matches = await pool.run('match', { part, among, from });
        await writingCase(comparing.caseDir, () => {
          for (const more of matches.found) found.set(more.suspect, join(found.get(more.suspect), more));
        });
        from = matches.next;
      } while (from);
      progress(++done / (corpus.parts.length + publicParts.length));
    });
    return found;
  };
  const found = await matching(corpus.parts, 'originals');
  const publicly = await matching(publicParts, 'public texts');
  const outcomeOf = (response: BlockResponse): Outcome => {
    const { suspect } = response;
    const one = found.get(suspect);
    const text = one ? unpackText(block.texts, block.text[suspect]!) : '';
    const best = waiting.take(one?.best);
    const merged = isMerged(best, passageToll, passageToll + reportFrom);
    const several = isInSeveralOriginals(best, passageToll, parameters.normalise);
    const held = waiting.take(publicly.get(suspect)?.best);
    const isPublic = isInPublicText(best[0], held, passageToll);
    const ofBest: readonly Flag[] = [
      ...(isPublic ? (['in public text'] as const) : []),
      ...(merged ? (['originals merged'] as const) : []),
      ...(several ? (['several originals'] as const) : []),
    ];
    const matches = !one
      ? []
      : best.map((match, at) =>
          wholeMatch(at === 0 ? flagged(match, ...ofBest) : match, response, one, paths),
        );
    if (isPublic) {
      const { path, record, pointer } = held[0]!.original;
      matches[0] = { ...matches[0]!, publicText: { path, record, pointer } };
    }
    return {
      text,
      textKey: block.keys[block.text[suspect]!]!,
      matches,
      tooShort: lengthOf(block, suspect) < parameters.shingleSize,
      unreportedPairs: one?.unreported ?? 0,
      beyondCap: (one?.matches ?? 0) - matches.length,
      unpaired: kind === 'outputs' && !one,
      hot: kind === 'dataset' ? hot[block.text[suspect]!]! : 0,
    };
  };
  for (const record of byRecord(builder.responses)) {
    const outcomes = record.map(outcomeOf);
    const split = splitOverTurns(
      outcomes.map(({ matches }) => matches),
      passageToll,
    );
    for (const outcome of outcomes) {
      if (split.size === 0) yield outcome;
      else {
        const matches = outcome.matches.map((match) =>
          split.has(match) ? flagged(match, 'split over turns') : match,
        );
        yield { ...outcome, matches };
      }
    }
  }
}

/** Neighbouring responses of one record together. */
function* byRecord(responses: readonly BlockResponse[]): Generator<readonly BlockResponse[]> {
  let from = 0;
  for (let at = 1; at <= responses.length; at++) {
    const [before, here] = [responses[at - 1]!.address, responses[at]?.address];
    if (here?.record === before.record && here.path === before.path) continue;
    yield responses.slice(from, at);
    from = at;
  }
}

/** The match with more flags, in the order of FLAGS. */
function flagged<M extends Pick<Match, 'flags'>>(match: M, ...more: readonly Flag[]): M {
  if (more.length === 0) return match;
  return { ...match, flags: FLAGS.filter((flag) => match.flags.includes(flag) || more.includes(flag)) };
}

/** Tokens of a suspect's text. */
function lengthOf({ text, data: { starts } }: Block, suspect: number): number {
  return starts[text[suspect]! + 1]! - starts[text[suspect]!]!;
}

function wholeMatch(
  half: HalfMatch,
  { address, part, meta, controls }: BlockResponse,
  { sha256, matches: originals }: Found,
  paths: CasePaths,
): Match {
  const { pair, kind, reported, original, scores, passages, explained, flags } = half;
  const suspect = { ...address, path: paths.of(address.path), sha256, part, meta };
  const match = {
    ...{ pair, kind, reported, originals, suspect, original, scores, passages, explained },
    ...(controls && { controls }),
    flags,
  };
  return reported && isEarlier(meta, original.meta) ? flagged(match, 'suspect earlier') : match;
}
