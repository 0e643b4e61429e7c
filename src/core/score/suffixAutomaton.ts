/**
 * Suffix automaton of a token sequence (Blumer et al. 1985): answers in linear time, for texts that repeat
 * themselves too, how long the longest run from each place of another text is and where it stands in this one.
 */
export interface Longest {
  /** For each place of `text`: tokens of the longest run from it on that occurs in `within`. */
  readonly lengths: Int32Array;
  /** Where in `within` that run starts (its last occurrence). */
  readonly places: Int32Array;
}

/** The longest shared run from every place of `text`, in `within`. */
export function longestFrom(text: Int32Array, within: Int32Array): Longest {
  // Built over the reversed sequence, since an automaton knows runs by their ends.
  const automaton = new SuffixAutomaton(within.length);
  for (let at = within.length - 1; at >= 0; at--) automaton.extend(within[at]!);
  const lengths = new Int32Array(text.length);
  const places = new Int32Array(text.length);
  let state = 0;
  let length = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const id = text[at]!;
    while (state !== 0 && automaton.step(state, id) === undefined) {
      state = automaton.links[state]!;
      length = automaton.lengths[state]!;
    }
    const next = automaton.step(state, id);
    if (next !== undefined) {
      state = next;
      length++;
    }
    lengths[at] = length;
    places[at] = within.length - automaton.ends[state]!;
  }
  return { lengths, places };
}

class SuffixAutomaton {
  readonly links: Int32Array;
  readonly lengths: Int32Array;
  /** Tokens up to the end of the state's first occurrence. */
  readonly ends: Int32Array;
  private readonly steps: Map<number, number>[] = [new Map<number, number>()];
  private last = 0;

  constructor(size: number) {
    this.links = new Int32Array(2 * size + 1).fill(-1);
    this.lengths = new Int32Array(2 * size + 1);
    this.ends = new Int32Array(2 * size + 1);
  }

  step(state: number, id: number): number | undefined {
    return this.steps[state]!.get(id);
  }

  extend(id: number): void {
    const { links, lengths, ends, steps } = this;
    const added = steps.push(new Map()) - 1;
    lengths[added] = lengths[this.last]! + 1;
    ends[added] = lengths[added]!;
    let state = this.last;
    for (; state >= 0 && !steps[state]!.has(id); state = links[state]!) steps[state]!.set(id, added);
    links[added] = state < 0 ? 0 : this.linkFor(state, id);
    this.last = added;
  }

  private linkFor(from: number, id: number): number {
    const { links, lengths, ends, steps } = this;
    const target = steps[from]!.get(id)!;
    if (lengths[target] === lengths[from]! + 1) return target;
    const clone = steps.push(new Map(steps[target])) - 1;
    lengths[clone] = lengths[from]! + 1;
    ends[clone] = ends[target]!;
    links[clone] = links[target]!;
    links[target] = clone;
    for (let state = from; state >= 0 && steps[state]!.get(id) === target; state = links[state]!)
      steps[state]!.set(id, clone);
    return clone;
  }
}
