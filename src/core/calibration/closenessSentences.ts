/** What the product says about the closeness of a model-output run's sources: every such sentence is made here. */
import type { ClosenessCounts } from '../../shared/closeness.js';
import { LEAST_FAMILIES, LEAST_PROMPTS, leastAnswered } from '../closeness/trial.js';
import { listed } from '../wording/list.js';
import { count, whole } from '../wording/numbers.js';

/** The strongest sentence that the trials allow, or why none is said. */
export function closenessSentence(counts: ClosenessCounts): string {
  const judged = counts.refused ? refusal(counts) : verdict(counts);
  const nearest =
    counts.closerTo === undefined
      ? ''
      : ` On ${count(counts.closerTo.prompts, 'prompt')} they are closer to ${counts.closerTo.source} than to the originals.`;
  return judged + alsoAlike(counts) + nearest;
}

/** Controls that are named. */
const NAMED = 3;

function alsoAlike({ alsoAlike: sources = [] }: ClosenessCounts): string {
  if (sources.length === 0) return '';
  const more = sources.length - NAMED;
  const named = [...sources.slice(0, NAMED), ...(more > 0 ? [`${whole(more)} more`] : [])];
  return ` They are also closer to ${listed(named)} than the originals and the other families are: they may come from several sources.`;
}

function refusal({ refused, prompts, families }: ClosenessCounts): string {
  if (refused === 'prompts')
    return (
      `Closeness is not judged: ${prompts === 0 ? 'no prompt is' : count(prompts, 'prompt') + (prompts === 1 ? ' is' : ' are')} ` +
      `answered by both sides, and it takes ${LEAST_PROMPTS}.`
    );
  const known =
    families === 0
      ? 'no family of controls answers'
      : `${count(families, 'family', 'families')} of controls ${families === 1 ? 'answers' : 'answer'}`;
  return (
    `Closeness is not judged: ${known} at least ${whole(leastAnswered(prompts))} of these prompts, and it takes ` +
    `${LEAST_FAMILIES}, so that each can be tried as the suspect against others.`
  );
}

function verdict({ prompts, fewest = prompts, families, closerThan, passing }: ClosenessCounts): string {
  const whose = `the ${whole(families)} families of controls`;
  const some =
    fewest < prompts ? `${whole(fewest)} to ${count(prompts, 'prompt')}` : count(prompts, 'prompt');
  const on = `On ${some} the answers are`;
  const closer =
    closerThan === families
      ? `${on} closer to the originals than those of all ${whole(families)} families of controls`
      : closerThan === 0
        ? `${on} not closer to the originals than those of any of ${whose}`
        : `${on} closer to the originals than those of ${whole(closerThan)} of ${whose}, not of all`;
  const same = closerThan === families ? 'passed the same test' : 'passed as closer than all others';
  const who = passing === 0 ? 'none' : whole(passing);
  return (
    `${closer}; of the ${whole(families)}, ${who} would have ${same}. ` +
    `One of ${whole(families + 1)} sources is the closest in any case.`
  );
}
