/** Role and place of a line, for screen readers: an option of a list, or an item of a tree of groups. */
import type { Attributes } from '../parts/dom.js';
import type { Entries } from './entries.js';

/** Returns the attributes of a line of `entries`. */
export function lineAttributes(entries: Entries, line: number): Attributes {
  const { groups, ids } = entries;
  if (!groups) return { role: 'option', ...place(line, ids.length) };
  const entry = entries.at(line);
  if (entry.type === 'heading') {
    const expanded = String(entries.isOpen(entry.group));
    const level = { role: 'treeitem', 'aria-level': '1', 'aria-expanded': expanded };
    return { ...level, ...place(entry.group, groups.length) };
  }
  const group = entry.group!;
  const within = entry.position - entries.firstOf(group);
  return { role: 'treeitem', 'aria-level': '2', ...place(within, groups[group]!.size) };
}

function place(at: number, of: number): Attributes {
  return { 'aria-posinset': String(at + 1), 'aria-setsize': String(of) };
}
