/** What the measurement of quality takes from the product: how texts are read, explained and scored. */
export { ControlAnswers } from '../../src/core/calibration/controlAnswers.js';
export type { Judged } from '../../src/core/calibration/judged.js';
export { rateOf, sourceRates, stratumRates } from '../../src/core/calibration/rates.js';
export { strataOf } from '../../src/core/calibration/strata.js';
export { halfOf } from '../../src/core/calibration/thresholds.js';
export { Preparer, type Explainer, type Prepared } from '../../src/core/match/prepare.js';
export { scorePair } from '../../src/core/match/scorePair.js';
export { addShownScores } from '../../src/core/match/shownScores.js';
export { hashText } from '../../src/core/score/hashing.js';
export { sharedText } from '../../src/core/score/sharedText.js';
export { bootstrap, bootstrapShare } from '../../src/core/statistics/bootstrap.js';
export { Vocabulary } from '../../src/core/text/vocabulary.js';
export { openDataset } from '../../src/io/dataset/openDataset.js';
export { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
export type { Match, Passage } from '../../src/shared/match.js';
