/** A pair as Markdown for issues and notes, in which texts, paths and fields of a dataset are nothing but text. */
import type { PairView } from '../../shared/engineCalls.js';
import type { MatchSide, Ratio } from '../../shared/match.js';

/**
 * Returns the pair with addresses, scores, both texts and their differences. All that comes from a dataset stands in
 * code spans and fences that are longer than any run of back ticks in it (CommonMark 4.5, 6.1), where nothing is
 * markup, link, mention or HTML.
 */
export function pairMarkdown(view: PairView): string {
  const { match } = view;
  return [
    `### ${match.kind}${match.reported ? '' : ' (too little evidence)'}, ${match.scores.distinctiveTokens.value} distinctive tokens`,
    place('Suspect', view.suspect.label, match.suspect),
    place('Original', view.original.label, match.original),
    scores(view),
    `Why: ${span(view.why)}`,
    ...(view.stale === undefined ? [] : [`Note: ${span(view.stale)}`]),
    ...(view.suspect.prompt === '' ? [] : [`Prompt of the suspect\n\n${fence(view.suspect.prompt)}`]),
    `Suspect\n\n${fence(view.suspect.text)}`,
    `Original\n\n${fence(view.original.text)}`,
    `Differences ([-suspect only-] {+original only+})\n\n${fence(differences(view))}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function place(name: string, label: string, at: MatchSide): string {
  const line = at.line === undefined ? '' : `, line ${at.line}`;
  const fields = Object.keys(at.meta).map((field) => `  - ${span(field)}: ${span(String(at.meta[field]))}`);
  return [
    `- ${name}: ${span(label)}, record ${at.record}${line}, ${span(at.pointer)}, SHA-256 ${span(at.sha256)}`,
    ...fields,
  ].join('\n');
}

function scores({ match }: PairView): string {
  const { jaccard, containmentSuspect, containmentOriginal, longestRun, evidenceBits, dice, editSimilarity } =
    match.scores;
  const ratio = (name: string, { value, shared, total }: Ratio) =>
    `- ${name}: ${value.toFixed(3)} (${shared} / ${total})`;
  return [
    ...(evidenceBits ? [`- evidence bits: ${evidenceBits.value}`] : []),
    ratio('Jaccard', jaccard),
    ratio('of suspect', containmentSuspect),
    ratio('of original', containmentOriginal),
    `- longest run: ${longestRun.value} tokens`,
    ...(dice ? [`- Dice: ${dice.value.toFixed(3)}`] : []),
    ...(editSimilarity ? [ratio('edit similarity', editSimilarity)] : []),
  ].join('\n');
}

function differences({ changes, suspect, original }: PairView): string {
  return changes
    .map((change) => {
      if (change.op === 'equal') return suspect.text.slice(...change.suspect);
      if (change.op === 'delete') return `[-${suspect.text.slice(...change.suspect)}-]`;
      return `{+${original.text.slice(...change.original)}+}`;
    })
    .join('');
}

/** A code span on one line. */
function span(text: string): string {
  const line = text.replaceAll(/[\r\n\u2028\u2029\v\f]+/g, ' ');
  const ticks = '`'.repeat(longest(line) + 1);
  return `${ticks} ${line} ${ticks}`;
}

/** A fenced block. */
function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longest(text) + 1));
  return `${ticks}text\n${text}\n${ticks}`;
}

/** The length of the longest run of back ticks. */
function longest(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
