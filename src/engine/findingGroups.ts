/** Findings that have something in common, under one heading. */
import type { FindingGroup, FindingList, Grouping } from '../shared/findingQuery.js';
import { caseOfRun, toCasePath } from '../io/case/paths.js';
import { scoreOf, shownKind } from './findingScores.js';
import type { Pace } from './pace.js';
import type { PassageKeys } from './passageKeys.js';
import type { Finding, RunModel } from './runModel.js';

/** What a finding is grouped by: equal keys meet under one heading; undefined stands alone. */
type KeyOf = (finding: Finding) => string | number | undefined;

/**
 * Returns `findings` group by group, the largest first and each in the given order. A text, original or passage
 * that comes back nowhere else stands in the last group.
 */
export async function groupFindings(
  model: RunModel,
  passages: PassageKeys,
  findings: readonly Finding[],
  group: Exclude<Grouping, { by: 'none' }>,
  pace: Pace,
): Promise<Omit<FindingList, 'judged'>> {
  const named = group.by === 'meta' || group.by === 'file';
  const keyOf = await keys(model, passages, findings, group, pace);
  const found = new Map<string | number | undefined, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const members = found.get(key);
    if (members) members.push(finding);
    else found.set(key, [finding]);
  }
  const rest = named
    ? (found.get(undefined) ?? [])
    : findings.filter((finding) => alone(found, keyOf(finding)));
  const groups = [...found].filter(([key]) => key !== undefined && (named || !alone(found, key)));
  groups.sort(([, a], [, b]) => b.length - a.length);
  return {
    total: findings.length,
    ids: [...groups.flatMap(([, members]) => members), ...rest].map(({ id }) => id),
    groups: [
      ...groups.map(([key, members]) => ({ ...inShort(members), ...(named && { label: String(key) }) })),
      ...(rest.length > 0 ? [{ ...inShort(rest), rest: true } as const] : []),
    ],
  };
}

/** What the heading of a group says of the findings below it. */
function inShort(members: readonly Finding[]): FindingGroup {
  const kinds: { -readonly [K in keyof FindingGroup['kinds']]: number } = {};
  let best = 0;
  for (const finding of members) {
    const kind = shownKind(finding);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    best = Math.max(best, scoreOf(finding, 'evidence'));
  }
  return { size: members.length, kinds, best };
}

function alone(found: ReadonlyMap<unknown, readonly Finding[]>, key: string | number | undefined): boolean {
  return key === undefined || found.get(key)!.length === 1;
}

async function keys(
  model: RunModel,
  passages: PassageKeys,
  findings: readonly Finding[],
  group: Exclude<Grouping, { by: 'none' }>,
  pace: Pace,
): Promise<KeyOf> {
  switch (group.by) {
    case 'original':
      return ({ best }) => best.original.sha256;
    case 'text':
      return ({ best }) => best.suspect.sha256;
    case 'file': {
      const caseDir = caseOfRun(model.dir);
      return ({ best }) => toCasePath(caseDir, best.suspect.path);
    }
    case 'passage': {
      const shared = await passages.of(findings, pace);
      return ({ id }) => shared.get(id);
    }
    case 'meta': {
      const { side, field } = group;
      return ({ best }) => {
        const { meta } = best[side];
        return Object.hasOwn(meta, field) ? String(meta[field]) : undefined;
      };
    }
  }
}
