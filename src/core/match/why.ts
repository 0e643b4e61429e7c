import { FLAGS, type Flag } from '../../shared/flag.js';
import type { Explained, Match } from '../../shared/match.js';
import { listed } from '../wording/list.js';
import { count, whole } from '../wording/numbers.js';

/** Passages whose numbers are told one by one. */
const SHOWN = 4;

const REASONS: Readonly<Record<Explained['reason'], string>> = {
  prompt: 'the prompt',
  template: 'a template',
  common: 'text common to many originals',
  control: "a control's answer",
  manual: 'an exclusion by hand',
};

/** What each flag says of a pair. */
const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  homoglyphs: 'Letters of the suspect are look-alikes of other scripts.',
  'zero-width characters': 'Invisible characters stand inside words of the suspect.',
  'names swapped': 'The name of a model or its maker stands where the original has another one.',
  'paragraphs reordered': 'Passages stand in another order than in the original.',
  'prompt changed': 'The prompt asks something else.',
  'Markdown stripped': "The original's Markdown is gone.",
  truncated: 'The rest of the original is missing.',
  'originals merged': 'The suspect also holds text of another original.',
  'split over turns': 'Other responses of the record hold other parts of the original.',
  'in public text': 'An innocent route: the text is also in public text.',
  'several originals': 'An innocent route: originals that answer other prompts hold the same text.',
  'third source': 'An innocent route: both sides quote the text.',
  'suspect earlier': "An innocent route: by the records' own fields the suspect is older.",
};

/** Why a pair matched, in a few short sentences for its reader; `answers`: how many independent answers the run had. */
export function explainWhy(match: Match, answers = 0): string {
  const sentences = [
    opening(match),
    evidence(match),
    rarity(match, answers),
    prompted(match),
    ...flagWords(match),
  ];
  if (match.explained.length > 0)
    sentences.push(`Grey: explained by ${reasons(match.explained)}, not counted.`);
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Words of a newer version are left to stand for themselves. */
function flagWords({ flags, publicText }: Match): string[] {
  return FLAGS.filter((flag) => flags.includes(flag)).map((flag) =>
    flag === 'in public text' && publicText
      ? `${FLAG_WORDS[flag].slice(0, -1)}: ${publicText.path}, record ${whole(publicText.record)}.`
      : FLAG_WORDS[flag],
  );
}

function opening(match: Match): string {
  switch (match.kind) {
    case 'identical':
      return 'The responses are identical.';
    case 'normalised':
      return 'The responses are equal but for case, spacing, marks and look-alike characters.';
    case 'near-duplicate':
      return `The responses share ${match.scores.jaccard.shared} of ${match.scores.jaccard.total} shingles.`;
    case 'partial':
      return '';
  }
}

function evidence(match: Match): string {
  const { distinctiveTokens, longestRun } = match.scores;
  if (distinctiveTokens.value === 0)
    return `Too little evidence: the longest shared run is ${tokens(longestRun.value)}, and no passage is long enough to count.`;
  const toll = tollOf(match);
  const counted = match.passages
    .map(({ score }, at) => ({ score, number: at + 1 }))
    .filter(({ score }) => score > toll)
    .sort((a, b) => b.score - a.score);
  const sizes = counted.map(({ score }) => String(score));
  const shown =
    sizes.length > 4 ? `${sizes.slice(0, 3).join(', ')} and ${sizes.length - 3} smaller ones` : listed(sizes);
  const which = named(
    counted.map(({ number }) => number),
    match.passages.length,
  );
  const what = `${which} of ${shown} tokens, less ${toll}${counted.length === 1 ? '' : ' each'}`;
  const little = match.reported ? '' : ' This is too little to report.';
  return `${what}: ${tokens(distinctiveTokens.value)} of evidence.${little}`;
}

/** "2 passages" if all `total` count, else which: "Passage 2", "Passages 2 and 1"; of many "5 of 20 passages". */
function named(numbers: readonly number[], total: number): string {
  if (numbers.length === total) return count(total, 'passage');
  if (numbers.length > SHOWN) return `${numbers.length} of ${count(total, 'passage')}`;
  return `${numbers.length === 1 ? 'Passage' : 'Passages'} ${listed(numbers.map(String))}`;
}

/** In how many independent answers the counted passages are, the largest first. */
function rarity({ passages }: Match, answers: number): string {
  const counted = passages.filter((passage) => passage.held !== undefined).sort((a, b) => b.score - a.score);
  if (counted.length === 0 || answers === 0) return '';
  const of = `of ${count(answers, 'independent answer')}`;
  const numbers = counted.map(({ held }) => held!);
  if (numbers.every((held) => held === 0))
    return numbers.length === 1 ? `The passage is in 0 ${of}.` : `None of the passages is in any ${of}.`;
  const shown = numbers.slice(0, SHOWN).map(whole);
  if (numbers.length === 1) return `The passage is in ${shown[0]!} ${of}.`;
  const which = numbers.length > SHOWN ? `The largest passages are` : 'The passages are';
  return `${which} in ${listed(shown)} ${of}.`;
}

/** Which independent answers explain what the suspect shares with them. */
function prompted({ controls }: Match): string {
  if (!controls) return '';
  const answers = count(controls.answers, 'independent answer');
  switch (controls.prompt) {
    case 'equal':
      return `What it shares with ${answers} to its prompt is not counted.`;
    case 'near':
      return `No independent answer has its prompt; what it shares with ${answers} to a nearly equal one is not counted.`;
    case 'none':
      return 'No independent answer to its prompt stands beside it, so none could explain anything.';
  }
}

/**
 * The toll, found again from the evidence, so that a stored match explains itself: evidence is the sum of what
 * each passage has above it, which falls as the toll rises, so at most one toll fits.
 */
function tollOf(match: Match): number {
  const scores = match.passages.map((passage) => passage.score).sort((a, b) => b - a);
  let sum = 0;
  for (let count = 1; count <= scores.length; count++) {
    sum += scores[count - 1]!;
    const toll = (sum - match.scores.distinctiveTokens.value) / count;
    if (toll <= scores[count - 1]! && toll >= (scores[count] ?? -Infinity))
      return Math.round(toll * 1000) / 1000;
  }
  return 0;
}

function tokens(count: number): string {
  return count === 1 ? '1 token' : `${count} tokens`;
}

function reasons(explained: readonly Explained[]): string {
  return listed([...new Set(explained.map((span) => REASONS[span.reason]))]);
}
