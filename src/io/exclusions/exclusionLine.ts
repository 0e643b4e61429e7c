/** What a line of an exclusions file holds: {"text":…,"because":…,"withdrawn":true,"reviewer":…,"time":…}. */
import type { ExclusionEntry } from '../../shared/exclusion.js';
import type { EntryKind } from '../chain/chainLine.js';

export const EXCLUSION_LINE: EntryKind<ExclusionEntry> = {
  noun: 'exclusion',
  fields: ({ text, because, withdrawn, reviewer, time }) => ({ text, because, withdrawn, reviewer, time }),
  read: ({ text, because, withdrawn, reviewer, time }) => {
    if (typeof text !== 'string' || typeof because !== 'string') return undefined;
    if (typeof reviewer !== 'string' || typeof time !== 'string') return undefined;
    return { text, because, ...(withdrawn === true && { withdrawn }), reviewer, time };
  },
};
