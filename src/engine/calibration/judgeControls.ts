/** Sends the independent answers through the suspects' pipeline. */
import type { Answers, Explaining } from '../../core/calibration/controlAnswers.js';
import type { Judged } from '../../core/calibration/judged.js';
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
import type { ControlFile } from './controlFiles.js';
import type { ControlSet } from './controlSet.js';

/** Scores from here on are known exactly: what chance gives below the threshold is part of the picture. */
export const LEAST_SCORE = 1;

/** Of answers that are no finding: nothing asks what they have in common. */
const NO_KEYS: readonly number[] = [];

/** Independent answers, judged with the other families' answers and without. */
export interface JudgedControls {
  /** Those to whose prompt another family has an answer. */
  readonly paired: readonly JudgedMatch[];
  /** Those to prompts of the originals, if they were asked for: what answers nothing that they do shares less. */
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
 * {@link LEAST_SCORE}; `alone`: also without the other families' answers, where the originals have the prompt.
 */
export async function judgeControls(
  set: ControlSet,
  alone: boolean,
  judging: Judging,
): Promise<JudgedControls> {
  const pass = new Pass(judging, set);
  const { known } = judging;
  const isOutputs = judging.comparing.kind === 'outputs';
  for (let answer = 0; answer < set.texts.count; answer++) {
    const isAsked = set.asked[answer] === 1;
    // Where originals are paired by prompt, it can match none.
    if (isOutputs && !isAsked) continue;
    const said = set.texts.at(answer);
    const explaining = set.answers.forControl(answer, set.texts.fileOf(answer).family);
    if (explaining.texts.length > 0)
      await pass.add(answer, said, explainersOf(explaining, known, said.text), 'paired');
    if (alone && isAsked) await pass.add(answer, said, explainersOf(undefined, known, said.text), 'unpaired');
  }
  return pass.end();
}

class Pass {
  readonly #judged: { paired: JudgedMatch[]; unpaired: JudgedMatch[] } = { paired: [], unpaired: [] };
  readonly #comparing: Comparing;
  readonly #sources = new Map<ControlFile, Pick<Judged, 'path' | 'source' | 'family'>>();
  #block: BlockBuilder;
  #waiting: { answer: number; strata: Judged['strata']; way: keyof JudgedControls }[] = [];
  #done = 0;

  constructor(
    readonly judging: Judging,
    readonly set: ControlSet,
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
    answer: number,
    said: ReturnType<Answers['at']>,
    explainers: readonly Explainer[],
    way: keyof JudgedControls,
  ): Promise<void> {
    // No control is of one record with another.
    const address = { path: '', record: answer, pointer: '' };
    this.#block.add({ address, part: 'answer', meta: {}, ...said }, explainers);
    this.#waiting.push({ answer, strata: strataOf(said.text), way });
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
    const { texts, answers: prompts } = this.set;
    const threshold = this.judging.comparing.parameters.reportFrom;
    const answers = new Set(waiting.map(({ answer }) => answer)).size;
    const say = (share: number) =>
      pace.report({
        phase: 'Comparing controls',
        done: this.#done + share * answers,
        total: texts.count,
        unit: 'responses',
      });
    let at = 0;
    for await (const { matches, textKey } of runBlock(block, corpus, pool, this.#comparing, say)) {
      const { answer, strata, way } = waiting[at++]!;
      const [best] = matches;
      const score = best?.scores.distinctiveTokens.value ?? 0;
      const { path, source, family } = this.#sourceOf(texts.fileOf(answer));
      // Named one by one: an object that is made by spreading takes more.
      this.#judged[way].push({
        path,
        source,
        family,
        prompt: prompts.promptHash(answer),
        score,
        bits: best?.scores.evidenceBits?.value ?? 0,
        kind: best?.kind,
        keys: best && score >= threshold ? clusterKeys(textKey, best) : NO_KEYS,
        strata,
      });
      await pace.breathe();
    }
    this.#done += answers;
  }

  #sourceOf(file: ControlFile): Pick<Judged, 'path' | 'source' | 'family'> {
    const known = this.#sources.get(file);
    if (known) return known;
    const casePath = toCasePath(this.#comparing.pathsCase, file.path);
    const source = { path: casePath, source: path.basename(file.path), family: file.family };
    this.#sources.set(file, source);
    return source;
  }
}
