/** Sends the independent answers through the suspects' pipeline. */
import type { Explaining } from '../../core/calibration/controlAnswers.js';
import type { JudgedMatch } from '../../core/calibration/distinctByChance.js';
import { clusterKeys } from '../../core/match/clusters.js';
import { strataOf } from '../../core/calibration/strata.js';
import type { KnownTexts } from '../../core/match/knownTexts.js';
import type { Explainer } from '../../core/match/prepare.js';
import { toCasePath } from '../../io/case/paths.js';
import { runBlock } from '../index/blockRun.js';
import type { CountedCorpus } from '../index/countSeeds.js';
import type { Pool } from '../index/pool.js';
import { BlockBuilder } from '../index/suspects.js';
import type { Comparing } from '../index/tasks.js';
import type { Pace } from '../pace.js';
import path from 'node:path';
import type { ControlResponse, ControlSet } from './controlSet.js';

/** Scores from here on are known exactly: what chance gives below the threshold is part of the picture. */
export const LEAST_SCORE = 1;

/** Independent answers, judged with the other families' answers and without. */
export interface JudgedControls {
  /** Those to whose prompt another family has an answer. */
  readonly paired: readonly JudgedMatch[];
  /** All, if they were asked for. */
  readonly unpaired: readonly JudgedMatch[];
}

export interface Judging {
  readonly corpus: CountedCorpus;
  readonly pool: Pool;
  readonly comparing: Comparing;
  readonly pace: Pace;
  /** Tokens of a block. */
  readonly most: number;
  /** Templates and the like, which explain what controls share with them as well. */
  readonly known: KnownTexts;
}

/** What explains a response `text`: the texts of `explaining`, and what is known to anybody, which goes last and so gives the reason. */
export function explainersOf(
  explaining: Explaining | undefined,
  known: KnownTexts,
  text: string,
): Explainer[] {
  const answers = (explaining?.texts ?? []).map((answer) => ({ reason: 'control' as const, text: answer }));
  return [...answers, ...known.explaining(text)];
}

/**
 * Judges every answer of the set against all originals, by the same rule as a suspect response but down to
 * {@link LEAST_SCORE}; `alone`: also without the other families' answers.
 */
export async function judgeControls(
  set: ControlSet,
  alone: boolean,
  judging: Judging,
): Promise<JudgedControls> {
  const pass = new Pass(judging, set.responses.length);
  for (const control of set.responses) {
    const { response, file } = control;
    const explaining = set.answers.forControl(file.family, response.prompt);
    const prompt = set.answers.keyOf(response.prompt);
    const { known } = judging;
    if (explaining.texts.length > 0)
      await pass.add(control, prompt, explainersOf(explaining, known, response.text), 'paired');
    if (alone) await pass.add(control, prompt, explainersOf(undefined, known, response.text), 'unpaired');
  }
  return pass.end();
}

class Pass {
  readonly #judged: { paired: JudgedMatch[]; unpaired: JudgedMatch[] } = { paired: [], unpaired: [] };
  readonly #comparing: Comparing;
  #block: BlockBuilder;
  #waiting: { control: ControlResponse; prompt: string; way: keyof JudgedControls }[] = [];
  #done = 0;

  constructor(
    readonly judging: Judging,
    readonly total: number,
  ) {
    const { parameters } = judging.comparing;
    // Only the best original counts, so no more are kept.
    this.#comparing = {
      ...judging.comparing,
      parameters: {
        ...parameters,
        reportFrom: Math.min(LEAST_SCORE, parameters.reportFrom),
        originalsPerResponse: 1,
        scores: 'shown',
      },
    };
    this.#block = this.#newBlock();
  }

  async add(
    control: ControlResponse,
    prompt: string,
    explainers: readonly Explainer[],
    way: keyof JudgedControls,
  ): Promise<void> {
    this.#block.add(control.response, explainers);
    this.#waiting.push({ control, prompt, way });
    await this.judging.pace.breathe();
    if (this.#block.tokens >= this.judging.most) await this.#flush();
  }

  async end(): Promise<JudgedControls> {
    await this.#flush();
    return this.#judged;
  }

  #newBlock(): BlockBuilder {
    const { kind, parameters } = this.#comparing;
    return new BlockBuilder(kind, parameters, this.judging.corpus.frequencies, this.judging.pool);
  }

  async #flush(): Promise<void> {
    const { corpus, pool, pace } = this.judging;
    const waiting = this.#waiting;
    const block = this.#block;
    this.#waiting = [];
    this.#block = this.#newBlock();
    if (waiting.length === 0) return;
    const answers = new Set(waiting.map(({ control }) => control)).size;
    const say = (share: number) =>
      pace.report({
        phase: 'Comparing controls',
        done: this.#done + share * answers,
        total: this.total,
        unit: 'responses',
      });
    let at = 0;
    for await (const { matches, textKey } of runBlock(block, corpus, pool, this.#comparing, say)) {
      const { control, prompt, way } = waiting[at++]!;
      const [best] = matches;
      this.#judged[way].push({
        path: toCasePath(this.#comparing.caseDir, control.file.path),
        source: path.basename(control.file.path),
        family: control.file.family,
        prompt,
        score: best?.scores.distinctiveTokens.value ?? 0,
        bits: best?.scores.evidenceBits?.value ?? 0,
        kind: best?.kind,
        keys: best ? clusterKeys(textKey, best) : [],
        strata: strataOf(control.response.text),
      });
      await pace.breathe();
    }
    this.#done += answers;
  }
}
