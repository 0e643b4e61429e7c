/** The lines of the list: findings, and where they are grouped, a heading above each group. */
import type { FindingGroup, FindingId, FindingList } from '../../shared/findingQuery.js';

export type Entry =
  | { readonly type: 'finding'; readonly position: number; readonly group: number | undefined }
  | { readonly type: 'heading'; readonly group: number };

/** Lines by index, findings by their position among the ids; closed groups show their heading alone. */
export class Entries {
  readonly ids: readonly FindingId[];
  readonly groups: readonly FindingGroup[] | undefined;
  readonly #open: Set<number>;
  /** Of each group, and beyond the last: its first position, and the line of its heading. */
  readonly #positions: Float64Array;
  readonly #lines: Float64Array;

  constructor({ ids, groups }: FindingList) {
    this.ids = ids;
    this.groups = groups;
    const count = groups?.length ?? 0;
    // A single group would only hide what is looked for.
    this.#open = new Set(count === 1 ? [0] : []);
    this.#positions = new Float64Array(count + 1);
    this.#lines = new Float64Array(count + 1);
    groups?.forEach(({ size }, group) => (this.#positions[group + 1] = this.#positions[group]! + size));
    this.#layOut();
  }

  /** How many lines there are. */
  get count(): number {
    return this.groups ? this.#lines.at(-1)! : this.ids.length;
  }

  at(line: number): Entry {
    if (!this.groups) return { type: 'finding', position: line, group: undefined };
    const group = lastAtMost(this.#lines, line);
    const below = line - this.#lines[group]!;
    if (below === 0) return { type: 'heading', group };
    return { type: 'finding', position: this.#positions[group]! + below - 1, group };
  }

  /** The line of the finding at a position, or of the heading of its closed group. */
  lineOf(position: number): number {
    if (!this.groups) return position;
    const group = lastAtMost(this.#positions, position);
    const heading = this.#lines[group]!;
    return this.#open.has(group) ? heading + 1 + position - this.#positions[group]! : heading;
  }

  /** The line of a group's heading. */
  headingOf(group: number): number {
    return this.#lines[group]!;
  }

  groupOf(position: number): number | undefined {
    return this.groups && lastAtMost(this.#positions, position);
  }

  isOpen(group: number): boolean {
    return this.#open.has(group);
  }

  /** Position of the first finding of a group. */
  firstOf(group: number): number {
    return this.#positions[group]!;
  }

  /** What a line stands for: one finding, or all of a group. */
  idsAt(line: number): readonly FindingId[] {
    const entry = this.at(line);
    if (entry.type === 'finding') return this.ids.slice(entry.position, entry.position + 1);
    return this.ids.slice(this.#positions[entry.group], this.#positions[entry.group + 1]);
  }

  /** Opens or closes a group. */
  toggle(group: number, open = !this.#open.has(group)): void {
    if (open) this.#open.add(group);
    else this.#open.delete(group);
    this.#layOut();
  }

  #layOut(): void {
    this.groups?.forEach(({ size }, group) => {
      this.#lines[group + 1] = this.#lines[group]! + 1 + (this.#open.has(group) ? size : 0);
    });
  }
}

/** The last index but one whose value is at most `value`, in an ascending column. */
function lastAtMost(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (column[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
