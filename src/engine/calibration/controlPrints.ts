/** What the index would keep of the controls' tokens, two bytes each, on disk: so that all of them can be gone through again and again. */
import path from 'node:path';
import { seek } from '../../core/calibration/heldPassages.js';
import { runsDir } from '../../io/case/paths.js';
import { Spool } from '../../io/case/spool.js';
import { writingCase } from '../../io/case/writingCase.js';
import { temporaryName } from '../../io/temporary.js';
import type { Originals } from '../../core/index/prober.js';
import { inLanes } from '../index/lanes.js';
import type { Pool } from '../index/pool.js';
import type { Comparing } from '../index/tasks.js';
import type { Pace } from '../pace.js';
import type { ControlTexts } from './controlTexts.js';
import type { Holding } from './rarity.js';

/** Code units of answers that a thread takes at a time. */
const TOGETHER = 1 << 19;

export class ControlPrints implements Holding {
  readonly #batches: Spool;
  #count = 0;

  private constructor(
    readonly comparing: Comparing,
    readonly pool: Pool,
    readonly pace: Pace,
  ) {
    this.#batches = new Spool(temporaryName(path.join(runsDir(comparing.caseDir), '.controls')));
  }

  /**
   * Makes them of all texts. Throws Failure: 'case' where the case folder cannot be written, 'cancelled' after an abort.
   * @param units code units of texts that a thread takes at a time
   */
  static async of(
    texts: Pick<ControlTexts, 'count' | 'texts'>,
    comparing: Comparing,
    pool: Pool,
    pace: Pace,
    units = TOGETHER,
  ): Promise<ControlPrints> {
    const made = new ControlPrints(comparing, pool, pace);
    try {
      let done = 0;
      await inLanes(together(texts.texts(), units), 2 * pool.threads, async (batch) => {
        await made.#add(batch);
        done += batch.length;
        pace.report({ phase: 'Reading controls', done, total: texts.count, unit: 'responses' });
      });
      return made;
    } catch (error) {
      made.close();
      throw error;
    }
  }

  /** How many of the texts hold each of the passages with these distinct runs. */
  async holding(passages: readonly Uint32Array[]): Promise<Uint32Array> {
    const { pool, pace, comparing } = this;
    const sought = seek(passages, pool.kernel);
    await pool.onAll('seek', { sought, parameters: comparing.parameters });
    const batches = Array.from({ length: this.#count }, (_, batch) => batch);
    await inLanes(batches, 2 * pool.threads, async (batch) => {
      await pace.breathe();
      await pool.run('hold', unpacked(this.#batches.entry(batch)));
    });
    return sought.held;
  }

  /** Removes the file. */
  close(): void {
    this.#batches.close();
  }

  async #add(texts: readonly string[]): Promise<void> {
    const { caseDir, parameters } = this.comparing;
    await this.pace.breathe();
    const made = await this.pool.run('fingerprint', { texts, steps: parameters.normalise });
    await writingCase(caseDir, () => this.#batches.add(packed(made)));
    this.#count++;
  }
}

function* together(texts: Iterable<string>, most: number): Generator<string[]> {
  let batch: string[] = [];
  let units = 0;
  for (const text of texts) {
    batch.push(text);
    units += text.length;
    if (units < most) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}

/** How many texts there are, where they start, and their prints. */
function packed({ prints, starts }: Originals): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * starts.length + 2 * prints.length);
  new Uint32Array(bytes.buffer, 0, 1).set([starts.length]);
  new Uint32Array(bytes.buffer, 4, starts.length).set(starts);
  new Uint16Array(bytes.buffer, 4 + 4 * starts.length).set(prints);
  return bytes;
}

function unpacked(entry: Uint8Array): Originals {
  const { buffer } = Uint8Array.from(entry);
  const [length] = new Uint32Array(buffer, 0, 1);
  return { starts: new Uint32Array(buffer, 4, length), prints: new Uint16Array(buffer, 4 + 4 * length!) };
}
