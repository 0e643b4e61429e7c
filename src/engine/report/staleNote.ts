import type { ReportPair } from './gather.js';

/** Which texts of a pair are not in the report, since their records changed; undefined if all are. */
export function staleNote({ match, suspect, original }: ReportPair): string | undefined {
  const changed = [
    ...(suspect ? [] : [`record ${match.suspect.record} of ${match.suspect.path}`]),
    ...(original ? [] : [`record ${match.original.record} of ${match.original.path}`]),
  ];
  if (changed.length === 0) return undefined;
  const [verb, whose] = changed.length === 1 ? ['has', 'its text is'] : ['have', 'their texts are'];
  return (
    `Stale: ${changed.join(' and ')} ${verb} changed since the comparison, so ${whose} not shown. ` +
    'Scores are those of the text that was compared.'
  );
}
