/** One block of suspects against all originals. */
import type { Outcome } from '../ledger.js';
import type { CountedCorpus } from './countSeeds.js';
import { findMatches } from './foundMatches.js';
import { Outcomes } from './outcomes.js';
import type { Pool } from './pool.js';
import type { BlockBuilder } from './suspects.js';
import type { Comparing } from './tasks.js';
import { WaitingMatches } from './waitingMatches.js';

/** Compares the block; yields what became of every response, in their order. `progress` is told shares from 0 to 1. */
export async function* runBlock(
  builder: BlockBuilder,
  corpus: CountedCorpus,
  pool: Pool,
  comparing: Comparing,
  progress: (share: number) => void,
): AsyncGenerator<Outcome> {
  const { parts, publicParts = [] } = corpus;
  const waiting = new WaitingMatches(comparing.caseDir, comparing.parameters.originalsPerResponse);
  try {
    const { block, hot } = await builder.finish();
    await pool.onAll('block', { block, comparing });
    let done = 0;
    const partDone = () => progress(++done / (parts.length + publicParts.length));
    const find = { pool, comparing, waiting, partDone };
    const found = await findMatches(parts, 'originals', find);
    const publicly = await findMatches(publicParts, 'public texts', find);
    yield* new Outcomes(block, hot, comparing, waiting, found, publicly).of(builder.responses);
  } finally {
    waiting.close();
  }
}
