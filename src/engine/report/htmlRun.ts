/** What stands on the page about the run as a whole. */
import { findingsOf, summarise } from '../../core/calibration/sentences.js';
import { plantedWords } from '../../core/planted/sentences.js';
import { escapedHtml } from '../../core/text/escapedHtml.js';
import { kindSentence, NOT_TESTED } from '../../core/wording/limits.js';
import { count, whole } from '../../core/wording/numbers.js';
import { KINDS } from '../../shared/match.js';
import type { Parameters, RunInput, RunManifest } from '../../shared/run.js';
import type { Report, ReportHead } from './gather.js';
import { kindMeaning } from './kindMeaning.js';
import { facts, isolated, list, shown, table } from './markup.js';

/** Headline, what may be said about it, and how far the review is. */
export function resultSection({ manifest, progress, damages }: Report): string {
  const { headline, rest } = summarise(manifest.kind, manifest.counts);
  const reviewed = progress.map(({ reviewer, counts }) => [
    isolated(reviewer),
    ...[counts.confirmed, counts.dismissed, counts.unsure, counts.open].map(whole),
  ]);
  return section('Result', [
    `<p class="headline">${isolated(headline)}</p>`,
    `<p>${isolated(rest)}</p>`,
    `<p>${escapedHtml(kindSentence(manifest.kind))}</p>`,
    `<p>${escapedHtml(NOT_TESTED)} A record without a finding is not shown to be independent.</p>`,
    reviewed.length === 0
      ? '<p>Nobody has judged these findings yet.</p>'
      : table(
          'Verdicts on the reported findings',
          ['Reviewer', 'Confirmed', 'Dismissed', 'Unsure', 'Open'],
          reviewed,
        ),
    list(
      damages.map(({ path, line, reason }) => `${isolated(path)}, line ${whole(line)}: ${isolated(reason)}`),
    ),
  ]);
}

/** How many responses of which kind, and what was left out. */
export function countsSection({ manifest: { counts, parameters, kind } }: Report): string {
  const rows = [
    ['Responses of the suspect', whole(counts.responses), ''],
    [
      'Findings',
      whole(findingsOf(counts)),
      `Responses with a match of at least ${count(parameters.reportFrom, 'distinctive token')}.`,
    ],
    ...KINDS.map((name) => [name, whole(counts[name]), escapedHtml(kindMeaning(name, parameters))]),
    ...(counts.distinct === undefined
      ? []
      : [
          [
            'Distinct',
            whole(counts.distinct),
            'Findings without an innocent route, equal and near-equal ones counted once.',
          ],
        ]),
    ...(counts.routed === undefined
      ? []
      : [
          [
            'With an innocent route',
            whole(counts.routed),
            'The data shows another way by which the text may have come.',
          ],
        ]),
    [
      'Too little evidence',
      whole(counts['too-little-evidence']),
      'Equal or nearly so, but short or explained.',
    ],
    [
      'Too short',
      whole(counts['too-short']),
      `Responses of fewer than ${whole(parameters.shingleSize)} tokens.`,
    ],
    ['Skipped', whole(counts.skipped), 'Records and lines that were not read, on both sides.'],
    [
      'Unreported pairs',
      whole(counts.unreportedPairs),
      'Pairs that were compared and are below the threshold.',
    ],
    [
      'Beyond the cap',
      whole(counts.beyondCap),
      `Matches beyond ${whole(parameters.originalsPerResponse)} originals for a response.`,
    ],
    ...(kind === 'outputs'
      ? [['Unpaired', whole(counts.unpaired), 'Answers to prompts that the originals do not answer.']]
      : []),
  ];
  return section('Counts', [table('Responses by their best match', ['What', 'Number', 'Meaning'], rows)]);
}

/** What became of planted copies; nothing where there were none. */
export function plantedSection({ planted }: Report): string {
  if (!planted) return '';
  const { opening, rows, limits } = plantedWords(planted);
  const cells = rows.map(({ what, found, interval }) => [what, found, interval].map(escapedHtml));
  return section('What would have been found', [
    `<p>${escapedHtml(opening)}</p>`,
    rows.length === 0 ? '' : table('Planted copies', ['Copies', 'Found', '95 % interval'], cells),
    `<p>${escapedHtml(limits)}</p>`,
  ]);
}

/** Files with their hashes. */
export function inputsSection({ manifest: { inputs } }: Report): string {
  const rows = inputs.map((input) => [
    escapedHtml(ROLES[input.role]),
    isolated(input.path) + familyOf(input),
    whole(input.records),
    whole(input.responses),
    whole(input.skipped),
    `<code class="hash">${shown(input.sha256)}</code>`,
  ]);
  const notes = inputs.flatMap(({ path, notes: some }) =>
    some.map((note) => `${isolated(path)}: ${isolated(note)}`),
  );
  const headings = ['Role', 'File', 'Records', 'Responses', 'Skipped', 'SHA-256'];
  return section('Inputs', [table('Files that were compared', headings, rows), list(notes)]);
}

const ROLES: Readonly<Record<RunInput['role'], string>> = {
  suspect: 'suspect',
  original: 'original',
  control: 'control',
  template: 'template',
  public: 'public text',
};

function familyOf({ family, path }: RunInput): string {
  return family === undefined || family === path
    ? ''
    : `<br><span class="quiet">family ${isolated(family)}</span>`;
}

/** What was set, what reviewers excluded, and what the run notes about itself. */
export function parametersSection({ manifest: { parameters, notes } }: Report): string {
  const { excluded = [], ...set } = parameters;
  const exclusions = excluded.map(({ text, because }) => `“${isolated(text)}” because: ${isolated(because)}`);
  return section('Parameters and notes', [
    list(notes.map(isolated)),
    facts(flat(set).map(([name, value]) => [`<code>${shown(name)}</code>`, shown(value)])),
    exclusions.length === 0 ? '' : `<h3>Texts that reviewers excluded by hand</h3>${list(exclusions)}`,
  ]);
}

/** Parameters by the names under which they are set. */
function flat(values: Partial<Parameters>): (readonly [name: string, value: string])[] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([member, inner]) => [`${name}.${member}`, String(inner)] as const)
      : [[name, Array.isArray(value) ? value.join(', ') : String(value)] as const],
  );
}

/** The findings in one table, each with the way to its texts. */
export function overview({ total, count: included, head }: Report): string {
  if (total === 0)
    return '<p>No response shares enough text with the originals to be reported. That is a normal result.</p>';
  const left = total - included;
  const note =
    left === 0
      ? ''
      : `<p class="notice">The first ${whole(included)} of ${count(total, 'finding')} are in this report, best first; ${whole(left)} are left out.</p>`;
  const rows = Array.from({ length: included }, (_, at) => overviewRow(head(at + 1)));
  const headings = ['Finding', 'Kind', 'Distinctive tokens', 'Suspect', 'Verdicts', 'Innocent routes'];
  return `${note}${table('Findings, best first', headings, rows)}`;
}

function overviewRow({ number, kind, evidence, suspect, judgements, routes }: ReportHead): string[] {
  const place =
    suspect.line === undefined ? `record ${whole(suspect.record)}` : `line ${whole(suspect.line)}`;
  const verdicts = judgements.filter(({ verdict }) => verdict !== 'cleared');
  return [
    `<a href="#finding-${number}">${whole(number)}</a>`,
    kind,
    whole(evidence),
    `${isolated(suspect.path)}, ${place}`,
    verdicts.map(({ verdict, reviewer }) => `${verdict} (${isolated(reviewer)})`).join(', '),
    routes.map(escapedHtml).join(', '),
  ];
}

/** "suspect.jsonl compared with originals", for the top of the page. */
export function titleOf({ inputs }: RunManifest): string {
  const suspects = inputs.filter(({ role }) => role === 'suspect').map(({ path }) => path);
  const [first = 'A dataset', ...more] = suspects;
  return `${first}${more.length > 0 ? ` and ${whole(more.length)} more` : ''}, compared with originals`;
}

/** A part of the page under a heading. */
export function section(title: string, parts: readonly string[]): string {
  return `<section id="${idOf(title)}"><h2>${escapedHtml(title)}</h2>\n${parts.filter((part) => part !== '').join('\n')}</section>\n`;
}

/** Links to the parts of the page. */
export function contents(titles: readonly string[]): string {
  const links = titles.map((title) => `<a href="#${idOf(title)}">${escapedHtml(title)}</a>`);
  return `<nav aria-label="Contents">${links.join(' ')}</nav>\n`;
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
