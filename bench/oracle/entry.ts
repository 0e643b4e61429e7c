/** What the oracle and the measurement of scripts take from the product: how texts are read, made ready and scored; nothing that proposes. */
export { Preparer, type Prepared } from '../../src/core/match/prepare.js';
export { scorePair } from '../../src/core/match/scorePair.js';
export { Tokeniser } from '../../src/core/text/tokenise.js';
export { Vocabulary } from '../../src/core/text/vocabulary.js';
export { openDataset } from '../../src/io/dataset/openDataset.js';
export { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
