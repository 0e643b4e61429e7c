/** The report as one page: no script, nothing loaded, readable on a screen and on paper. */
import { createHash } from 'node:crypto';
import { escapedHtml } from '../../core/text/escapedHtml.js';
import type { Report } from './gather.js';
import { findingArticle } from './htmlFinding.js';
import {
  contents,
  countsSection,
  inputsSection,
  overview,
  parametersSection,
  plantedSection,
  resultSection,
  titleOf,
} from './htmlRun.js';
import { REPORT_STYLE } from './htmlStyle.js';
import { isolated, shown } from './markup.js';

/** Only this style sheet is applied, and nothing is loaded, run, sent or embedded. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const LEGEND = `<p class="legend"><mark>shared runs</mark>, <del>only the suspect has it</del>, <ins>only the original has it</ins>, <span class="explained">explained, not counted</span>. Numbers in the texts count the passages that both sides share. Records are counted from 0, lines from 1.</p>\n`;

/** Yields the page, a finding at a time; throws the cancelled failure. */
export async function* htmlReport(report: Report): AsyncGenerator<string> {
  const { manifest, planted, total, findings, pace } = report;
  const title = titleOf(manifest);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapedHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>${isolated(title)}</h1>
<p class="quiet">${escapedHtml(manifest.tool)} ${shown(manifest.version)}, Unicode ${shown(manifest.unicode)}, run <code>${shown(manifest.run)}</code></p>
${contents(['Result', 'Counts', ...(planted ? ['What would have been found'] : []), 'Inputs', 'Parameters and notes', 'Findings'])}</header>
<main>
`;
  yield resultSection(report);
  yield countsSection(report);
  yield plantedSection(report);
  yield inputsSection(report);
  yield parametersSection(report);
  yield `<section id="findings"><h2>Findings</h2>\n${overview(report)}${total > 0 ? LEGEND : ''}`;
  for await (const finding of findings()) yield await findingArticle(finding, pace);
  yield '</section>\n</main>\n</body>\n</html>\n';
}
