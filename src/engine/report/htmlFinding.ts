/** A finding on the page: where its texts stand, what was measured, what was said of it, and both texts. */
import { reasonText } from '../../core/match/reasonText.js';
import { segments } from '../../core/match/segments.js';
import { escapedHtml } from '../../core/text/escapedHtml.js';
import { count, whole } from '../../core/wording/numbers.js';
import type { PairRefinement } from '../../shared/engineCalls.js';
import type { Match, MatchSide, Ratio, Scores } from '../../shared/match.js';
import type { Judgement } from '../../shared/verdict.js';
import type { Pace } from '../pace.js';
import { fullDiff } from '../pairDiff.js';
import type { ReportFinding, ReportPair, ReportText } from './gather.js';
import { markedText } from './htmlText.js';
import { facts, isolated, list, shown, table } from './markup.js';
import { staleNote } from './staleNote.js';

/** The article of a finding; throws the cancelled failure. */
export async function findingArticle(finding: ReportFinding, pace: Pace): Promise<string> {
  const { number, pairs, routes, judgements } = finding;
  const [best, ...others] = pairs;
  const { match, suspect, original, why } = best;
  const diff = suspect && original && (await fullDiff(match, suspect.text, original.text, pace));
  const stale = staleNote(best);
  return [
    `<article id="finding-${number}" aria-labelledby="finding-${number}-title">`,
    `<h3 id="finding-${number}-title">${whole(number)}. ${match.kind}, ${tokens(match)}</h3>`,
    facts([
      ['Suspect', addressOf(match.suspect)],
      ['Original', addressOf(match.original)],
      ['Why', isolated(why)],
      ...(match.flags.length > 0 ? [['Flags', match.flags.map(isolated).join(', ')] as const] : []),
      ...(routes.length > 0 ? [['Innocent routes', routes.map(escapedHtml).join(', ')] as const] : []),
      ['Pair', `<code>${shown(match.pair)}</code>`],
    ]),
    scoreList(diff?.scores ?? match.scores),
    verdictList(judgements),
    stale === undefined ? '' : `<p class="notice">${isolated(stale)}</p>`,
    `<div class="pair">${side('Suspect', 'suspect', best, diff)}${side('Original', 'original', best, diff)}</div>`,
    reasons(match),
    diff?.coarse ? '<p class="quiet">Long stretches are compared by lines only.</p>' : '',
    otherOriginals(others, match.originals),
    '</article>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function tokens({ scores }: Match): string {
  return count(scores.distinctiveTokens.value, 'distinctive token');
}

/** e.g. "answers.jsonl, line 12, record 11, /output, SHA-256 …" */
function addressOf(at: MatchSide): string {
  const parts = [
    isolated(at.path),
    ...(at.line === undefined ? [] : [`line ${whole(at.line)}`]),
    `record ${whole(at.record)}`,
    ...(at.pointer === '' ? [] : [`<code>${shown(at.pointer)}</code>`]),
    ...(at.part === 'answer' ? [] : [escapedHtml(at.part)]),
  ];
  const meta = Object.keys(at.meta).map((name) => `${isolated(name)}: ${isolated(String(at.meta[name]))}`);
  const fields = meta.length === 0 ? '' : `<br><span class="quiet">${meta.join(' · ')}</span>`;
  return `${parts.join(', ')}<br><code class="hash">SHA-256 ${shown(at.sha256)}</code>${fields}`;
}

function scoreList(scores: Scores): string {
  const { distinctiveTokens: evidence, jaccard, containmentSuspect, containmentOriginal } = scores;
  const { evidenceBits, longestRun, dice, editSimilarity } = scores;
  const explained = evidence.raw === evidence.value ? '' : `, ${whole(evidence.raw)} with explained text`;
  const cells = [
    ['distinctive tokens', `${whole(evidence.value)}${explained}`],
    ...(evidenceBits ? [['evidence bits', whole(evidenceBits.value)]] : []),
    ['Jaccard', ratio(jaccard)],
    ['of the suspect’s shingles', ratio(containmentSuspect)],
    ['of the original’s shingles', ratio(containmentOriginal)],
    ['longest run', count(longestRun.value, 'token')],
    ...(dice ? [['Dice', share(dice.value)]] : []),
    ...(editSimilarity
      ? [['edit similarity', `${editSimilarity.capped ? 'at least ' : ''}${ratio(editSimilarity)}`]]
      : []),
  ];
  return `<ul class="scores">${cells.map(([name, value]) => `<li>${name} <b>${value}</b></li>`).join('')}</ul>`;
}

function ratio({ value, shared, total }: Ratio): string {
  return `${share(value)} (${whole(shared)} / ${whole(total)})`;
}

/** Three decimals, of which only a true 1 reads 1. */
function share(value: number): string {
  return value >= 1 ? '1' : Math.min(value, 0.999).toFixed(3);
}

function verdictList(judgements: readonly Judgement[]): string {
  return list(
    judgements.map(({ reviewer, verdict, note, routes = {}, time }) => {
      const marks = Object.entries(routes).map(
        ([route, set]) => `${escapedHtml(route)} ${set ? 'set' : 'cleared'}`,
      );
      return [
        `<b>${verdict === 'cleared' ? 'no verdict' : verdict}</b> by ${isolated(reviewer)}, <time>${shown(time)}</time>`,
        ...(marks.length > 0 ? [`innocent routes: ${marks.join(', ')}`] : []),
        ...(note === '' ? [] : [`“${isolated(note)}”`]),
      ].join('. ');
    }),
  ).replace('<ul>', '<ul class="verdicts" aria-label="Verdicts">');
}

function side(
  name: string,
  key: 'suspect' | 'original',
  { match, suspect, original }: ReportPair,
  diff: PairRefinement | undefined,
): string {
  const text = key === 'suspect' ? suspect : original;
  return `<section><h4>${name}</h4>${promptOf(text)}<div class="text">${
    text === undefined ? '<p class="quiet">Not shown: the record has changed.</p>' : textOf(text)
  }</div></section>`;

  function textOf({ text: own }: ReportText): string {
    const whole = [{ side: key, start: 0, end: own.length }];
    if (!suspect || !original || !diff) return markedText(own, whole);
    return markedText(own, segments({ match, changes: diff.changes, suspect, original }, key));
  }
}

function promptOf(text: ReportText | undefined): string {
  if (!text || text.prompt === '') return '';
  return `<details><summary>Prompt</summary><p class="prompt" dir="auto">${shown(text.prompt)}</p></details>`;
}

/** Why grey text is grey, once for each reason: a page on paper has no tooltips. */
function reasons({ explained }: Match): string {
  const sentences = [...new Set(explained.map(reasonText))];
  if (sentences.length === 0) return '';
  return `<p class="quiet"><span class="explained">Grey</span>: ${sentences.map(isolated).join(' ')}</p>`;
}

function otherOriginals(others: readonly ReportPair[], found: number): string {
  if (others.length === 0) return '';
  const rows = others.map(({ match }) => [
    addressOf(match.original),
    match.kind,
    whole(match.scores.distinctiveTokens.value),
    ratio(match.scores.jaccard),
  ]);
  const more = found > others.length + 1 ? `, of ${whole(found)} found` : '';
  const title = `${count(others.length, 'more original')}${more}`;
  return `<details><summary>${title}</summary>${table('Other originals that match', ['Original', 'Kind', 'Distinctive tokens', 'Jaccard'], rows)}</details>`;
}
