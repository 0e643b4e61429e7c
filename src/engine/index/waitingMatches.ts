/** Matches that wait until all originals were asked: what orders them in memory, the whole on disk. */
import path from 'node:path';
import type { FindingOrderKey } from '../../core/match/order.js';
import { LineSpool } from '../../io/case/lineSpool.js';
import { runsDir } from '../../io/case/paths.js';
import { temporaryName } from '../../io/temporary.js';
import type { HalfMatch, PackedMatch } from './packedMatch.js';

/** What orders a match that waits, and the line that is the whole. */
export interface WaitingMatch extends FindingOrderKey {
  readonly line: number;
}

/** Beyond the first megabyte a file of the case folder holds them; {@link close} removes it. */
export class WaitingMatches {
  readonly #lines: LineSpool;

  constructor(caseDir: string) {
    this.#lines = new LineSpool(temporaryName(path.join(runsDir(caseDir), '.waiting')));
  }

  /** The match as it waits, also if it does already. Throws what the file system throws. */
  keep(match: PackedMatch | WaitingMatch): WaitingMatch {
    if ('line' in match) return match;
    const { json, ...key } = match;
    return { ...key, line: this.#lines.add(json) };
  }

  /** The match as it was. */
  take({ line }: WaitingMatch): HalfMatch {
    return JSON.parse(this.#lines.line(line)) as HalfMatch;
  }

  close(): void {
    this.#lines.close();
  }
}
