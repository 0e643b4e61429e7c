import { whole } from '../../core/wording/numbers.js';
import type { Kind } from '../../shared/match.js';
import type { Parameters } from '../../shared/run.js';

/** What a kind of match means in a run with these parameters, for readers who never saw the product. */
export function kindMeaning(kind: Kind, { nearDuplicateFrom, shingleSize, reportFrom }: Parameters): string {
  switch (kind) {
    case 'identical':
      return 'The response strings are equal.';
    case 'normalised':
      return 'Equal after normalisation: case, white space, typographic variants, Markdown marks, look-alike letters.';
    case 'near-duplicate':
      return `At least ${+(100 * nearDuplicateFrom).toFixed(2)}\u00a0% of the distinct shingles of ${whole(shingleSize)} tokens of both responses are shared.`;
    case 'partial':
      return `Any other match with at least ${reportFrom} distinctive tokens of evidence.`;
  }
}
