import type { Background, ScarceKind } from '../../shared/calibration.js';
import type { Judged } from './judged.js';

/** Answers without which a rate of 1 % cannot be told from none (3/n). */
export const TOO_FEW = 300;

/** Findings by script and kind of text, of which their readers must know whether the controls speak for them. */
export class FindingKinds {
  readonly #findings = new Map<string, ScarceKind>();

  enter(strata: Judged['strata']): void {
    for (const by of ['script', 'content'] as const) {
      const name = strata[by];
      const known = this.#findings.get(`${by} ${name}`);
      this.#findings.set(`${by} ${name}`, { by, name, findings: (known?.findings ?? 0) + 1, answers: 0 });
    }
  }

  /** Those of which the independent answers have fewer than {@link TOO_FEW}, most findings first. */
  scarce({ strata }: Background): ScarceKind[] {
    return [...this.#findings.values()]
      .map((kind): ScarceKind => {
        const rate = strata.find(({ by, name }) => by === kind.by && name === kind.name);
        return { ...kind, answers: rate?.answers ?? 0 };
      })
      .filter(({ answers }) => answers < TOO_FEW)
      .sort((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1));
  }
}
