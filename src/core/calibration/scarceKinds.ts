import type { Background, ScarceKind } from '../../shared/calibration.js';
import type { Judged } from './judged.js';

/** Prompts without answers to which a rate of 1 % cannot be told from none (3/n): answers to one prompt are not independent. */
export const TOO_FEW = 300;

/** Before it is known what the independent answers have. */
const NONE = { answers: 0, prompts: 0 };

/** Findings by script and kind of text, of which their readers must know whether the controls speak for them. */
export class FindingKinds {
  readonly #findings = new Map<string, Required<ScarceKind>>();

  enter(strata: Judged['strata']): void {
    for (const by of ['script', 'content'] as const) {
      const name = strata[by];
      const known = this.#findings.get(`${by} ${name}`);
      this.#findings.set(`${by} ${name}`, { by, name, findings: (known?.findings ?? 0) + 1, ...NONE });
    }
  }

  /** Those of which the independent answers answer fewer prompts than {@link TOO_FEW}, most findings first. */
  scarce({ strata }: Background): ScarceKind[] {
    return [...this.#findings.values()]
      .map((kind) => {
        const rate = strata.find(({ by, name }) => by === kind.by && name === kind.name);
        return { ...kind, answers: rate?.answers ?? 0, prompts: rate?.prompts ?? 0 };
      })
      .filter(({ prompts }) => prompts < TOO_FEW)
      .sort((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1));
  }
}
