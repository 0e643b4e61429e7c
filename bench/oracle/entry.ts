/** What the oracle takes from the product: how texts are read, made ready and scored; nothing that proposes. */
export { Preparer, type Prepared } from '../../src/core/match/prepare.js';
export { scorePair } from '../../src/core/match/scorePair.js';
export { Vocabulary } from '../../src/core/text/vocabulary.js';
export { openDataset } from '../../src/io/dataset/openDataset.js';
export { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
