/** From judged controls to calibration.json and the essentials of run.json. */
import { backgroundOf, essentials } from '../../core/calibration/background.js';
import { expectedByChance } from '../../core/calibration/expected.js';
import { judgedAlike } from '../../core/calibration/judgedAlike.js';
import type { Judged } from '../../core/calibration/judged.js';
import { distinctByChance } from '../../core/calibration/distinctByChance.js';
import { promptScores } from '../../core/calibration/promptScores.js';
import type { FindingKinds } from '../../core/calibration/scarceKinds.js';
import { LEVEL } from '../../core/calibration/rates.js';
import { leaveOneGroupOut } from '../../core/statistics/leaveOneOut.js';
import type { Calibration, ChanceCounts, Pairing, SourceScores } from '../../shared/calibration.js';
import type { ControlSet } from './controlSet.js';
import { judgeControls, LEAST_SCORE, type Judging } from './judgeControls.js';

/** Judges the controls and says what chance alone gives for suspects that were paired like `suspects`, of which `findings` were found. */
export async function calibrate(
  set: ControlSet,
  suspects: Pairing,
  findings: FindingKinds,
  judging: Judging,
): Promise<{ readonly calibration: Calibration; readonly counts: ChanceCounts }> {
  const { files } = set.texts;
  const { paired, unpaired } = await judgeControls(set, suspects.none > 0, judging);
  const threshold = judging.comparing.parameters.reportFrom;
  const from = Math.min(LEAST_SCORE, threshold);
  const backgrounds = {
    paired: backgroundOf(paired, threshold, from),
    unpaired: backgroundOf(unpaired, threshold, from),
  };
  const expected = {
    ...expectedByChance(suspects, backgrounds.paired, backgrounds.unpaired),
    distinct:
      distinctByChance(paired, threshold, suspects.equal + suspects.near) +
      distinctByChance(unpaired, threshold, suspects.none),
  };
  const background = judgedAlike(suspects, backgrounds.paired, backgrounds.unpaired);
  const shown = background && background === backgrounds.paired ? paired : unpaired;
  const prompts = promptScores(shown, from);
  return {
    calibration: {
      threshold,
      level: LEVEL,
      families: set.answers.families,
      suspects,
      ...(backgrounds.paired && { paired: backgrounds.paired }),
      ...(backgrounds.unpaired && { unpaired: backgrounds.unpaired }),
      expected,
      from,
      scores: scoresOf(shown, from),
      ...(prompts && { prompts }),
    },
    counts: {
      answers: set.texts.count,
      sources: new Set(files.map(({ path }) => path)).size,
      families: new Set(files.map(({ family }) => family)).size,
      suspects,
      elsewhere: set.asked.reduce((sum, isAsked) => sum + 1 - isAsked, 0),
      ...(backgrounds.paired && { paired: essentials(backgrounds.paired) }),
      ...(backgrounds.unpaired && { unpaired: essentials(backgrounds.unpaired) }),
      expected,
      ...(background && { scarce: findings.scarce(background) }),
      standOut: [
        ...new Set(
          [backgrounds.paired, backgrounds.unpaired].flatMap((background) =>
            (background?.sources ?? []).filter(({ standsOut }) => standsOut).map(({ source }) => source),
          ),
        ),
      ],
    },
  };
}

function scoresOf(answers: readonly Judged[], from: number): SourceScores[] {
  return leaveOneGroupOut(answers, ({ path }) => path).map(({ inside }) => {
    const listed = inside.filter(({ score }) => score >= from);
    const descending = (numbers: number[]): number[] => numbers.sort((a, b) => b - a);
    const { source, family } = inside[0]!;
    return {
      source,
      family,
      below: inside.length - listed.length,
      scores: descending(listed.map(({ score }) => score)),
      bits: descending(listed.map(({ bits }) => bits)),
    };
  });
}
