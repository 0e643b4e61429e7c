/** What chance alone gives, in full: two distributions with a movable threshold, rates, and all sources against all. */
import { closenessSentence } from '../../core/calibration/closenessSentences.js';
import { judgedAlike } from '../../core/calibration/judgedAlike.js';
import { reaching, thresholdSentence } from '../../core/calibration/movedThreshold.js';
import { pairingSentence } from '../../core/calibration/pairingSentence.js';
import { binOf, countEdges } from '../../core/score/histogramBins.js';
import type { Calibration } from '../../shared/calibration.js';
import type { CalibrationView } from '../../shared/engineCalls.js';
import type { Histogram } from '../../shared/findingQuery.js';
import type { RunManifest } from '../../shared/run.js';
import { drawChart } from '../histogram/chart.js';
import { showDialog } from '../parts/dialog.js';
import { el } from '../parts/dom.js';
import { t } from '../parts/l10n.js';
import type { Tooltip } from '../parts/tooltip.js';
import { summary } from '../summary.js';
import { pushButton } from '../toolkit.js';
import { differencesTable, matrixTable, trialsTable } from './matrixTable.js';
import { chosenTable, ratesTable } from './tables.js';
import { ThresholdSlider } from './thresholdSlider.js';

/** Opens the dialog; the focus returns to where it was when it closes. */
export function showCalibration(view: CalibrationView, manifest: RunManifest, tooltip: Tooltip): void {
  const { calibration, closeness } = view;
  const dialog = el(
    'dialog',
    { class: 'dialog calibration', 'aria-labelledby': 'calibration-title' },
    el('h2', { id: 'calibration-title' }, t('What chance alone gives')),
    ...(calibration
      ? distributions(view, calibration, manifest, tooltip)
      : [el('p', { lang: 'en' }, summary(manifest).rest)]),
    ...(closeness && manifest.counts.closeness
      ? [
          el('h3', {}, t('All sources against all')),
          el('p', { lang: 'en' }, closenessSentence(manifest.counts.closeness)),
          matrixTable(closeness, tooltip),
          ...(closeness.trials.length > 0
            ? [trialsTable(closeness), differencesTable(closeness, closeness.trials[0]!)]
            : []),
        ]
      : []),
    el(
      'div',
      { class: 'dialog-buttons' },
      pushButton(t('Close'), () => dialog.close()),
    ),
  );
  showDialog(dialog);
}

function distributions(
  { findings, responses }: CalibrationView,
  calibration: Calibration,
  manifest: RunManifest,
  tooltip: Tooltip,
): HTMLElement[] {
  const { reportFrom } = manifest.parameters;
  const histogram = histogramOf(findings, responses, calibration);
  const label = t('Responses of the suspect over evidence as bars, the independent answers as a dashed line');
  const sentence = el('p', { class: 'threshold-sentence', role: 'status', lang: 'en' });
  const slider = new ThresholdSlider({
    chart: drawChart(histogram, label, tooltip).element,
    edges: histogram.edges,
    // Below the run's threshold the suspect's matches were not kept, so there is nothing to count.
    least: reportFrom,
    value: reportFrom,
    onMove: (at) => {
      const reached = reaching(findings, responses, calibration, at);
      sentence.textContent = thresholdSentence(reached, at, reportFrom);
    },
  });
  const { edges } = histogram;
  const ends = el(
    'div',
    { class: 'threshold-axis', 'aria-hidden': 'true' },
    el('span', {}, String(edges[0]!)),
    el('span', {}, t('tokens of evidence')),
    el('span', {}, String(Math.floor(edges.at(-1)!))),
  );
  const background = judgedAlike(calibration.suspects, calibration.paired, calibration.unpaired);
  return [
    el(
      'p',
      { class: 'quiet' },
      t('Bars: responses of the suspect. Dashed line: independent answers, scaled to as many.'),
    ),
    slider.element,
    ends,
    sentence,
    el('p', { class: 'quiet', lang: 'en' }, pairingSentence(calibration.suspects)),
    ...(background
      ? [
          chosenTable(background.chosen),
          el(
            'details',
            {},
            el('summary', {}, t('Rates by source, length, script and kind')),
            ratesTable(background),
          ),
        ]
      : []),
  ];
}

/** Both over one axis, the independent answers scaled to as many as the suspect's responses. */
function histogramOf(
  findings: readonly number[],
  responses: number,
  { from, scores }: Calibration,
): Histogram {
  const most = Math.max(from + 1, ...findings.slice(0, 1), ...scores.map((source) => source.scores[0] ?? 0));
  const edges = countEdges(from, most);
  const counts = new Array<number>(edges.length - 1).fill(0);
  const controls = [...counts];
  const answers = scores.reduce((sum, source) => sum + source.below + source.scores.length, 0);
  for (const value of findings) if (value >= from) counts[binOf(edges, value)]!++;
  for (const source of scores)
    for (const value of source.scores) controls[binOf(edges, value)]! += responses / Math.max(1, answers);
  return { score: 'evidence', edges, counts, controls };
}
