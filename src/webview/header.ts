/** What was compared, how much was found, and what may be said about it. */
import { routeSentence } from '../core/review/routeSentence.js';
import type { PanelRun } from '../shared/panelCalls.js';
import type { RunManifest } from '../shared/run.js';
import type { ReviewProgress } from '../shared/verdict.js';
import { inputsDisclosure } from './inputs.js';
import { button, el } from './parts/dom.js';
import { plural, t } from './parts/l10n.js';
import { kindName, SHOWN_KINDS, type ShownKind } from './parts/names.js';
import { whole } from './parts/numbers.js';
import { visible } from './pair/visible.js';
import type { Tooltip } from './parts/tooltip.js';
import { plantedDisclosure } from './planted.js';
import { reported, runKindName, summary } from './summary.js';

export interface HeaderOptions {
  readonly run: PanelRun;
  readonly tooltip: Tooltip;
  readonly onKind: (kind: ShownKind) => void;
  readonly onSkipped: () => void;
  readonly onCalibration: () => void;
}

/** The header; `show` presses the buttons of the kinds that the list shows. */
export class Header {
  readonly element: HTMLElement;
  /** What the reviewer makes of innocent routes, where that is not what the headline says. */
  readonly #routes = el('span', {});
  readonly #changed = el('p', { class: 'note', dir: 'auto', role: 'status', hidden: '' });
  readonly #kinds = new Map<ShownKind, HTMLButtonElement>();

  constructor(readonly options: HeaderOptions) {
    const { run } = options;
    const { manifest } = run;
    const { headline, rest } = summary(manifest);
    const found = reported(manifest) > 0 || manifest.counts['too-little-evidence'] > 0;
    const files = plural(run.originals, 'against {0} file of originals', 'against {0} files of originals');
    const against = `${files} · ${runKindName(manifest)}`;
    this.element = el(
      'header',
      { class: 'header' },
      el(
        'div',
        { class: 'header-top' },
        el(
          'h1',
          { title: `${run.suspect} ${against}` },
          el('bdi', { class: 'suspect-name' }, ...visible(run.suspect)),
          el('span', { class: 'against' }, ` ${against}`),
        ),
        found ? this.#kindButtons(options) : undefined,
      ),
      el(
        'div',
        { class: 'header-below' },
        // An empty run says the same on its page.
        found
          ? el('p', { class: 'summary', lang: 'en' }, el('b', {}, headline), this.#routes, ` ${rest}`)
          : undefined,
        hasCalibration(manifest)
          ? button({ class: 'link' }, options.onCalibration, t('What chance gives…'))
          : undefined,
        this.#ledger(options, found),
        inputsDisclosure(manifest),
        found ? plantedDisclosure(run.planted) : undefined,
      ),
      ...manifest.notes.map((note) => el('p', { class: 'note', dir: 'auto' }, note)),
      this.#changed,
    );
  }

  show(kinds: readonly ShownKind[]): void {
    for (const [kind, made] of this.#kinds) made.setAttribute('aria-pressed', String(kinds.includes(kind)));
  }

  /** Says how many findings have an innocent route by the review, if it differs from what the data shows. */
  showRoutes({ total, routed }: ReviewProgress): void {
    const known = this.options.run.manifest.counts.routed ?? 0;
    this.#routes.textContent = routed === known ? '' : ` ${routeSentence(total, routed)}`;
  }

  /** Says that files of the run are no longer what was compared. */
  showChanged(names: readonly string[]): void {
    const [name = ''] = names;
    const said =
      names.length === 1
        ? t('{0} changed since the comparison. Compare again to see findings in it as it is now.', name)
        : t(
            '{0} files changed since the comparison. Compare again to see findings in them as they are now.',
            whole(names.length),
          );
    this.#changed.replaceChildren(...visible(said));
    this.#changed.hidden = false;
  }

  #kindButtons({ run, tooltip, onKind }: HeaderOptions): HTMLElement {
    const group = el('div', { class: 'kinds', role: 'group', 'aria-label': t('Kinds shown') });
    for (const kind of SHOWN_KINDS) {
      const made = button(
        { class: `kind kind-${kind}`, 'aria-pressed': 'true', 'data-kind': kind },
        () => onKind(kind),
        el('span', { class: 'swatch', 'aria-hidden': 'true' }),
        el('b', {}, whole(run.manifest.counts[kind])),
        ` ${kindName(kind)}`,
      );
      tooltip.describe(made, DEFINITIONS[kind](run));
      this.#kinds.set(kind, made);
      group.append(made);
    }
    return group;
  }

  #ledger({ run, onSkipped }: HeaderOptions, found: boolean): HTMLElement {
    const { responses, skipped } = run.manifest.counts;
    const link =
      skipped > 0 ? button({ class: 'link' }, onSkipped, skippedWords(skipped)) : skippedWords(skipped);
    // The headline of a run with findings says the number of responses already.
    return el(
      'div',
      { class: 'ledger' },
      found ? '' : `${plural(responses, '{0} response', '{0} responses')} · `,
      link,
    );
  }
}

/** "2 skipped" */
function skippedWords(skipped: number): string {
  return t('{0} skipped', whole(skipped));
}

/** Controls give rates, and model outputs a matrix. */
function hasCalibration({ counts }: RunManifest): boolean {
  return counts.chance !== undefined || counts.closeness !== undefined;
}

const DEFINITIONS: Readonly<Record<ShownKind, (run: PanelRun) => string>> = {
  identical: () => t('Both responses are the same string.'),
  normalised: () => t('Equal once case, white space, typography and Markdown marks are folded.'),
  'near-duplicate': ({ manifest }) => t('Jaccard of {0} or more.', manifest.parameters.nearDuplicateFrom),
  partial: ({ manifest }) =>
    t('At least {0} distinctive tokens, at a lower Jaccard.', manifest.parameters.reportFrom),
  'too-little-evidence': ({ manifest }) =>
    t(
      'Alike, but with fewer than {0} distinctive tokens: too short or too common to count.',
      manifest.parameters.reportFrom,
    ),
};
