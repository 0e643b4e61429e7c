/** One block of suspects against all originals. */
import { CasePaths } from '../../io/case/paths.js';
import type { Match } from '../../shared/match.js';
import { sha256 } from '../identity.js';
import type { Outcome } from '../ledger.js';
import type { CountedCorpus } from './countSeeds.js';
import { inOrder, type HalfMatch } from './pairScorer.js';
import { unpackText } from './packedTexts.js';
import type { Pool } from './pool.js';
import type { Block, BlockBuilder, BlockResponse } from './suspects.js';
import type { Comparing } from './tasks.js';

interface Found {
  best: readonly HalfMatch[];
  matches: number;
  unreported: number;
}

/** Compares the block; yields what became of every response, in their order. `progress` is told shares from 0 to 1. */
export async function* runBlock(
  builder: BlockBuilder,
  corpus: CountedCorpus,
  pool: Pool,
  comparing: Comparing,
  progress: (share: number) => void,
): AsyncGenerator<Outcome> {
  const { parameters, kind } = comparing;
  const { block, hot } = await builder.finish();
  await pool.onAll('block', { block, comparing });
  const found = new Map<number, Found>();
  const paths = new CasePaths(comparing.caseDir);
  let done = 0;
  await Promise.all(
    corpus.parts.map(async (part) => {
      const matches = await pool.run('match', part);
      for (const { suspect, ...more } of matches.found)
        found.set(suspect, joined(found.get(suspect), more, parameters.originalsPerResponse));
      progress(++done / corpus.parts.length);
    }),
  );
  for (const response of builder.responses) {
    const { suspect } = response;
    const one = found.get(suspect);
    const text = one ? unpackText(block.texts, block.text[suspect]!) : '';
    const hash = one ? sha256(text) : '';
    const matches = (one?.best ?? []).map((match) =>
      wholeMatch(match, response, hash, one?.matches ?? 0, paths),
    );
    yield {
      text,
      matches,
      tooShort: lengthOf(block, suspect) < parameters.shingleSize,
      unreportedPairs: one?.unreported ?? 0,
      beyondCap: (one?.matches ?? 0) - matches.length,
      unpaired: kind === 'outputs' && !one,
      hot: kind === 'dataset' ? hot[block.text[suspect]!]! : 0,
    };
  }
}

/** Tokens of a suspect's text. */
function lengthOf({ text, data: { starts } }: Block, suspect: number): number {
  return starts[text[suspect]! + 1]! - starts[text[suspect]!]!;
}

function joined(before: Found | undefined, more: Found, most: number): Found {
  const best = inOrder([...(before?.best ?? []), ...more.best]).slice(0, most);
  return {
    best,
    matches: (before?.matches ?? 0) + more.matches,
    unreported: (before?.unreported ?? 0) + more.unreported,
  };
}

function wholeMatch(
  half: HalfMatch,
  { address, part, meta }: BlockResponse,
  hash: string,
  originals: number,
  paths: CasePaths,
): Match {
  const { pair, kind, reported, original, scores, passages, explained, flags } = half;
  const suspect = { ...address, path: paths.of(address.path), sha256: hash, part, meta };
  return { pair, kind, reported, originals, suspect, original, scores, passages, explained, flags };
}
