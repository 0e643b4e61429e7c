/**
 * What a line of a verdict file holds: {"pair":…,"verdict":…,"note":…,"reviewer":…,"time":…}, with "routes" after the
 * note where the reviewer set or cleared innocent routes, and with "undo" or "redo" after the time where it takes back
 * the step of that time, or does it again.
 */
import { ROUTES, type RouteMarks } from '../../shared/route.js';
import { VERDICTS, type Verdict, type VerdictEntry } from '../../shared/verdict.js';
import type { EntryKind } from '../chain/chainLine.js';

const PAIR = /^[0-9a-f]{16}$/;

export const VERDICT_LINE: EntryKind<VerdictEntry> = {
  noun: 'verdict',
  fields: ({ pair, verdict, note, routes, reviewer, time, undo, redo }) => {
    return { pair, verdict, note, routes, reviewer, time, undo, redo };
  },
  read: (fields) => {
    const { pair, verdict, note, reviewer, time, undo, redo } = fields;
    const routes = routesIn(fields['routes']);
    if (typeof pair !== 'string' || !PAIR.test(pair) || !isVerdict(verdict)) return undefined;
    if (typeof note !== 'string' || typeof reviewer !== 'string' || typeof time !== 'string')
      return undefined;
    return {
      ...{ pair, verdict, note, reviewer, time },
      ...(routes && { routes }),
      ...(typeof undo === 'string' && { undo }),
      ...(typeof redo === 'string' && { redo }),
    };
  },
};

/** The marks of routes that are known here; a newer version may have more. */
function routesIn(value: unknown): RouteMarks | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const marks = ROUTES.filter((route) => typeof given[route] === 'boolean');
  return marks.length === 0
    ? undefined
    : Object.fromEntries(marks.map((route) => [route, given[route] === true]));
}

function isVerdict(value: unknown): value is Verdict {
  return (VERDICTS as readonly unknown[]).includes(value);
}
