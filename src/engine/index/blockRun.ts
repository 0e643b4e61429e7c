/** One block of suspects against all originals. */
import { planBlock } from '../../core/index/suspectBlock.js';
import { toCasePath } from '../../io/case/paths.js';
import type { Response } from '../../shared/dataset.js';
import type { Match } from '../../shared/match.js';
import { sha256 } from '../identity.js';
import type { Outcome } from '../ledger.js';
import type { Corpus } from './corpus.js';
import { inOrder, type HalfMatch } from './pairScorer.js';
import type { Pool } from './pool.js';
import type { BlockBuilder } from './suspects.js';
import type { Comparing } from './tasks.js';

interface Found {
  best: readonly HalfMatch[];
  matches: number;
  unreported: number;
}

/** Parts whose windows are counted in one task. */
const COUNTED_TOGETHER = 4;

/** Compares the block; yields what became of every response, in their order. `progress` is told shares from 0 to 1. */
export async function* runBlock(
  builder: BlockBuilder,
  corpus: Corpus,
  pool: Pool,
  comparing: Comparing,
  progress: (share: number) => void,
): AsyncGenerator<Outcome> {
  const { parameters, kind } = comparing;
  const block = builder.finish();
  await pool.onAll('block', { block, comparing });
  const hot = kind === 'dataset' ? await propose() : undefined;
  const found = new Map<number, Found>();
  let done = 0;
  await Promise.all(
    corpus.parts.map(async (part) => {
      const matches = await pool.run('match', part);
      for (const { suspect, ...more } of matches.found)
        found.set(suspect, joined(found.get(suspect), more, parameters.originalsPerResponse));
      progress((corpus.parts.length + ++done) / (2 * corpus.parts.length));
    }),
  );
  for (const { response, suspect } of builder.responses) {
    const one = found.get(suspect);
    const matches = (one?.best ?? []).map((match) =>
      wholeMatch(match, response, one?.matches ?? 0, comparing),
    );
    yield {
      matches,
      tooShort: builder.length(suspect) < parameters.shingleSize,
      unreportedPairs: one?.unreported ?? 0,
      beyondCap: (one?.matches ?? 0) - matches.length,
      unpaired: kind === 'outputs' && !one,
      hot: hot?.[block.suspects[suspect]!.text] ?? 0,
    };
  }

  async function propose(): Promise<Uint32Array> {
    const files = corpus.parts.map(({ file }) => file);
    const groups: string[][] = [];
    for (let at = 0; at < files.length; at += COUNTED_TOGETHER)
      groups.push(files.slice(at, at + COUNTED_TOGETHER));
    let counted = 0;
    await Promise.all(
      groups.map(async (group) => {
        await pool.run('count', { files: group });
        progress(++counted / groups.length / 2);
      }),
    );
    const plan = planBlock(block.data, corpus.responses, parameters);
    const { short, long } = block.data;
    await pool.onAll('lists', {
      short: { starts: short.starts, items: short.items, filter: short.filter },
      long: { starts: long.starts, items: long.items, filter: long.filter },
    });
    return plan.hot;
  }
}

function joined(before: Found | undefined, more: Found, most: number): Found {
  const best = inOrder([...(before?.best ?? []), ...more.best]).slice(0, most);
  return {
    best,
    matches: (before?.matches ?? 0) + more.matches,
    unreported: (before?.unreported ?? 0) + more.unreported,
  };
}

function wholeMatch(half: HalfMatch, response: Response, originals: number, { caseDir }: Comparing): Match {
  const { pair, kind, reported, original, scores, passages, explained, flags } = half;
  const { address, text, part, meta } = response;
  const suspect = { ...address, path: toCasePath(caseDir, address.path), sha256: sha256(text), part, meta };
  return { pair, kind, reported, originals, suspect, original, scores, passages, explained, flags };
}
