/** Says of passages how many independent answers hold them. */
import { HeldPassages } from '../../core/calibration/heldPassages.js';
import type { Match } from '../../shared/match.js';
import type { Parameters } from '../../shared/run.js';
import type { ControlSet } from './controlSet.js';

export class Rarity {
  /** Made when the first finding asks, since many runs find nothing. */
  #passages: HeldPassages | undefined;

  constructor(
    private readonly set: ControlSet,
    private readonly parameters: Parameters,
  ) {}

  /** The match of the response `text` with the number at every passage that counts, if the match is reported. */
  mark(match: Match, text: string): Match {
    if (!match.reported) return match;
    const { parameters, set } = this;
    this.#passages ??= new HeldPassages(
      set.responses.map(({ response }) => response.text),
      parameters,
    );
    const held = this.#passages;
    const passages = match.passages.map((passage) =>
      passage.score > parameters.passageToll ? { ...passage, held: held.count(text, passage) } : passage,
    );
    return { ...match, passages };
  }
}
