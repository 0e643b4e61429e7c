/** The report as JSON Lines: a finding a line, its matches as matches.jsonl has them. */
import type { Report, ReportFinding } from './gather.js';

/** Yields the lines of the file. Texts are those that were compared; null where a file no longer holds one. */
export async function* jsonlReport({ manifest, findings }: Report): AsyncGenerator<string> {
  for await (const finding of findings()) yield JSON.stringify(lineOf(manifest.run, finding)) + '\n';
}

function lineOf(run: string, { number, routes, judgements, pairs }: ReportFinding): object {
  return {
    run,
    finding: number,
    why: pairs[0].why,
    routes,
    verdicts: judgements,
    suspect: pairs[0].suspect ?? null,
    originals: pairs.map(({ original }) => original ?? null),
    matches: pairs.map(({ match }) => match),
    matchVerdicts: pairs.map((pair) => pair.judgements),
  };
}
