/** One reviewer's verdict file. */
import type { VerdictEntry } from '../../shared/verdict.js';
import { ChainFile } from '../chain/chainFile.js';
import { VERDICT_LINE } from './verdictLine.js';

export class VerdictFile extends ChainFile<VerdictEntry> {
  constructor(file: string) {
    super(file, VERDICT_LINE);
  }
}
