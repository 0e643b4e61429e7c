/** What the pool's threads find for the block they were given, put together over all parts. */
import { writingCase } from '../../io/case/writingCase.js';
import { inLanes } from './lanes.js';
import type { Among, SuspectMatches } from './pairScorer.js';
import type { PairPlace, PartRef } from './partMatcher.js';
import type { Pool } from './pool.js';
import type { Comparing } from './tasks.js';
import type { Waiting, WaitingMatches } from './waitingMatches.js';

/** What a suspect found; its best so far, the best first. */
export interface Found {
  /** Of its text; "" where nothing is kept. */
  readonly sha256: string;
  readonly best: Waiting | undefined;
  readonly matches: number;
  readonly unreported: number;
}

/** Whom to ask, and where matches wait. */
interface Finding {
  readonly pool: Pool;
  readonly comparing: Comparing;
  readonly waiting: WaitingMatches;
  /** Called after each part. */
  readonly partDone: () => void;
}

/** What each suspect of the block found in these parts. Throws what a thread and what the file system threw. */
export async function findMatches(
  parts: readonly PartRef[],
  among: Among,
  { pool, comparing, waiting, partDone }: Finding,
): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>();
  await inLanes(parts, 2 * pool.threads, async (part) => {
    let from: PairPlace | undefined;
    do {
      const matches = await pool.run('match', { part, among, from });
      await writingCase(comparing.caseDir, () => {
        for (const more of matches.found)
          found.set(more.suspect, joined(found.get(more.suspect), more, waiting));
      });
      from = matches.next;
    } while (from);
    partDone();
  });
  return found;
}

function joined(before: Found | undefined, more: SuspectMatches, waiting: WaitingMatches): Found {
  return {
    sha256: (before?.sha256 ?? '') || more.sha256,
    best: waiting.join(before?.best, more.best),
    matches: (before?.matches ?? 0) + more.matches,
    unreported: (before?.unreported ?? 0) + more.unreported,
  };
}
