/** What the product says about chance: every such sentence is made here. */
import type { ChanceBackground, ChanceCounts, FloorCounts, ScarceKind } from '../../shared/calibration.js';
import { KINDS } from '../../shared/match.js';
import type { RunCounts, RunKind } from '../../shared/run.js';
import { listed } from '../wording/list.js';
import { count, percentage, whole } from '../wording/numbers.js';
import { closenessSentence } from './closenessSentences.js';
import { judgedAlike } from './judgedAlike.js';
import { TOO_FEW } from './scarceKinds.js';

/** The first sentence of a run, and what may be said about it. */
export interface Summary {
  readonly headline: string;
  readonly rest: string;
}

/** Suspect responses with a reported match. */
export function findingsOf(counts: RunCounts): number {
  return KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

/** What a run found and what chance alone would give, in words that its kind allows. */
export function summarise(kind: RunKind, counts: RunCounts): Summary {
  const found = findingsOf(counts);
  const background = counts.chance && spoken(counts.chance);
  const floor = background && speaks(background) ? '' : floorSentence(counts.floor);
  const chance = joined(chanceSentence(kind, found, counts), floor);
  if (kind === 'dataset') return { headline: datasetHeadline(found, counts), rest: chance };
  const limit =
    'At most this can show that answers are closer to the originals than independent models’ answers are; ' +
    'it cannot show what a model was trained on.';
  const unpaired =
    counts.unpaired > 0
      ? `${count(counts.unpaired, 'answer')} had no original answer to the same prompt.`
      : '';
  return {
    headline: `${whole(found)} of ${count(counts.responses, 'answer')} share text with the original answer to the same prompt.${repeated(found, counts)}`,
    rest: joined(limit, counts.closeness ? closenessSentence(counts.closeness) : '', chance, unpaired),
  };
}

function repeated(found: number, { routed = 0, distinct = found - routed }: RunCounts): string {
  const routes = routed > 0 ? ` ${whole(routed)} of these ${have(routed)} an innocent route.` : '';
  if (distinct >= found - routed) return routes;
  return `${routes} Of ${routed > 0 ? 'the others' : 'these'}, ${whole(distinct)} are distinct.`;
}

function datasetHeadline(
  found: number,
  { responses, routed = 0, distinct = found - routed }: RunCounts,
): string {
  const among = `among ${count(responses, 'response')}`;
  if (found === 0) return `No finding ${among}.`;
  const counted = found - routed;
  const without = routed > 0 ? ' without an innocent route' : '';
  if (counted === 0) return `No finding${without} ${among}; ${whole(routed)} ${have(routed)} one.`;
  const others = routed > 0 ? `; ${whole(routed)} more ${have(routed)} one` : '';
  // Copies of one text, and copies of one original, are one piece of evidence.
  if (distinct < counted)
    return `${count(distinct, 'distinct finding')}${without} ${among}, ${whole(counted)} with repetitions${others}.`;
  if (counted === responses && counted > 1) return `All ${count(responses, 'response')} are findings.`;
  return `${count(counted, 'finding')}${without} ${among}${others}.`;
}

function have(findings: number): string {
  return findings === 1 ? 'has' : 'have';
}

/** What chance alone gives beside `found` findings. */
function chanceSentence(kind: RunKind, found: number, { chance, distinct, routed = 0 }: RunCounts): string {
  const background = chance && spoken(chance);
  if (!chance || !background) return joined(notCalibrated(kind), elsewhereSentence(chance));
  if (!speaks(background))
    return joined(tooFew(background), background === chance.unpaired ? elsewhereSentence(chance) : '');
  return joined(
    `${observed(chance, background)}: ${expectation(found, chance, distinct === found - routed ? undefined : distinct)}.`,
    scarceSentence(chance.scarce),
    otherSentence(chance, background),
    chance.families === 1 ? 'They are of one family, so nothing shows how far sources differ.' : '',
    found > 0 && mostOf(chance) >= found ? 'That is no more than chance alone may give.' : '',
    standOut(chance.standOut),
  );
}

/** What speaks for the run's suspects. */
function spoken({ suspects, paired, unpaired }: ChanceCounts): ChanceBackground | undefined {
  return judgedAlike(suspects, paired, unpaired);
}

/** Of answers to enough prompts. */
function speaks({ answers, prompts = answers }: ChanceBackground): boolean {
  return prompts >= TOO_FEW;
}

/** What the independent answers to other prompts are worth to responses that are judged without others. */
function elsewhereSentence({ elsewhere = 0 }: Partial<ChanceCounts> = {}): string {
  if (elsewhere === 0) return '';
  return (
    `${count(elsewhere, 'independent answer')} ${elsewhere === 1 ? 'is' : 'are'} to prompts that the originals do not have: ` +
    'answers to the same prompts share more.'
  );
}

function notCalibrated(kind: RunKind): string {
  return kind === 'outputs'
    ? 'Not calibrated.'
    : 'Not calibrated: without independent answers to the same prompts, ' +
        'nothing says how many of them chance alone would give.';
}

/** What there is without controls: no bound, since answers to the same prompt share more, and one author repeats themselves. */
function floorSentence(floor: FloorCounts | undefined): string {
  if (!floor) return '';
  const { originals, reported, upper } = floor;
  const rate = reported === 0 ? '' : `${percentage(reported / originals)}, `;
  return (
    'What originals to different prompts share among themselves is no bound, but all there is: ' +
    `of ${whole(originals)} drawn at random, ${reached(reported)} this threshold (${rate}at most ${percentage(upper)}).`
  );
}

function tooFew(background: ChanceBackground): string {
  const { reported, upper } = background;
  return (
    `Not calibrated: ${independent(background)} are too few. ` +
    `${capital(reached(reported))} this threshold, which allows any rate up to ${percentage(upper)}.`
  );
}

function observed(chance: ChanceCounts, background: ChanceBackground): string {
  const { answers, reported, sources, upper, worst } = background;
  const alone = background === chance.paired ? '' : ', judged without other answers to their prompts,';
  const rate =
    reported === 0
      ? ` (a rate of at most ${percentage(upper)})`
      : sources > 1
        ? ` (worst source ${percentage(worst.value)})`
        : ` (${percentage(reported / answers)})`;
  return `Of ${independent(background)}${alone} ${reached(reported)} this threshold${rate}`;
}

function independent({ answers, prompts, sources }: ChanceBackground): string {
  return `${count(answers, 'independent answer')}${toPrompts(answers, prompts)} by ${count(sources, 'source')}`;
}

/** Where several answers have one prompt: they are not independent of each other. */
function toPrompts(answers: number, prompts = answers): string {
  return prompts < answers ? ` to ${count(prompts, 'prompt')}` : '';
}

function reached(reported: number): string {
  if (reported === 0) return 'none reaches';
  return reported === 1 ? '1 reaches' : `${whole(reported)} reach`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `distinct`: findings with repetitions counted once, where that is another number. */
function expectation(found: number, chance: ChanceCounts, distinct: number | undefined): string {
  const { expected } = chance;
  const about = approximately(expected.value);
  const most = whole(mostOf(chance));
  if (found === 0 || Math.round(expected.value) > found)
    return `${about} would be expected by chance, at most ${most}`;
  const all = `${about} of the ${whole(found)} expected by chance`;
  if (distinct === undefined || expected.distinct === undefined) return `${all}, at most ${most}`;
  // Distinct ones are never more than all.
  return `${all}, and ${approximately(expected.distinct)} of the ${whole(distinct)} distinct ones, at most ${most} of either`;
}

function mostOf({ expected: { upper, most = Math.ceil(upper) } }: ChanceCounts): number {
  return most;
}

function approximately(expected: number): string {
  return expected < 0.5 ? 'fewer than 1' : `about ${whole(Math.round(expected))}`;
}

const KIND_WORDS = new Map([
  ['other', 'texts without letters'],
  ['list', 'lists'],
]);

/** What of the findings the rates do not speak for. */
function scarceSentence(scarce: readonly ScarceKind[] = []): string {
  if (scarce.length === 0) return '';
  const kinds = scarce.map(
    ({ name, findings, answers, prompts }) =>
      `${KIND_WORDS.get(name) ?? name} (${count(findings, 'finding')}, ${count(answers, 'independent answer')}${toPrompts(answers, prompts)})`,
  );
  return `Not calibrated for ${listed(kinds)}: chance is not the same for every kind of text, and answers to fewer than ${whole(TOO_FEW)} prompts give it no rate.`;
}

/** Of the responses that the rate does not speak for, since they were judged in the other way. */
function otherSentence(chance: ChanceCounts, background: ChanceBackground): string {
  const { suspects, paired, unpaired } = chance;
  const isPaired = background === paired;
  const responses = isPaired ? suspects.none : suspects.equal + suspects.near;
  if (responses === 0) return '';
  const whose = `${count(responses, 'response')} to prompts that ${isPaired ? 'no other' : 'another'} source answers`;
  const other = isPaired ? unpaired : paired;
  if (!other)
    return joined(
      `${whose} ${responses === 1 ? 'has' : 'have'} no rate, and the upper number counts them all.`,
      elsewhereSentence(chance),
    );
  return `${whose} ${responses === 1 ? 'is' : 'are'} judged as ${whole(other.reported)} of ${whole(other.answers)} are.`;
}

function standOut(sources: readonly string[]): string {
  if (sources.length === 0) return '';
  const names = listed(sources);
  return sources.length === 1
    ? `${names} stands out among the sources: it may be kin to the originals’ model, or derived from the originals.`
    : `${names} stand out among the sources: they may be kin to the originals’ model, or derived from the originals.`;
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
