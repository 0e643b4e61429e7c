/** Judging a random sample: drawn on request, shown alone, and what it supports kept up with the verdicts. */
import type { PanelCalls } from '../../shared/panelCalls.js';
import type { Client } from '../../shared/rpc.js';
import type { SampleRequest } from '../../shared/verdict.js';
import { button } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import { SampleBar } from './sampleBar.js';
import { askSample, USUAL_SIZE } from './sampleDialog.js';

export interface SamplingOptions {
  readonly calls: Client<PanelCalls>;
  /** Reported findings of the run. */
  readonly population: number;
  readonly sample: () => SampleRequest | undefined;
  readonly onSample: (sample: SampleRequest | undefined) => void;
  readonly onProblem: (what: string, error: unknown) => void;
}

export class Sampling {
  readonly bar: SampleBar;
  /** Offers to draw; hidden while a sample is shown, and where judging all takes no longer. */
  readonly offer: HTMLButtonElement;
  #latest = 0;

  constructor(readonly options: SamplingOptions) {
    this.bar = new SampleBar(
      () => options.onSample(undefined),
      () => void this.draw(),
    );
    this.offer = button({ class: 'link sample-offer' }, () => void this.draw(), t('Judge a random sample…'));
    this.offer.hidden = !this.#isMany;
  }

  get #isMany(): boolean {
    return this.options.population > USUAL_SIZE;
  }

  async draw(): Promise<void> {
    const { population, sample, onSample } = this.options;
    if (population === 0) return;
    const drawn = await askSample(population, sample());
    if (drawn) onSample(drawn);
  }

  /** Shows what the sample at hand supports now, or that there is none. */
  async update(): Promise<void> {
    const turn = ++this.#latest;
    const sample = this.options.sample();
    this.offer.hidden = sample !== undefined || !this.#isMany;
    if (!sample) {
      this.bar.hide();
      return;
    }
    try {
      const review = await this.options.calls.call('sample', sample);
      if (turn === this.#latest) this.bar.show(sample, review);
    } catch (error) {
      if (turn === this.#latest) this.options.onProblem(t('The sample could not be drawn.'), error);
    }
  }
}
