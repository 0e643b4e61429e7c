/** What a reader had to do to read a file, counted, and said in words at its end. */
export class Notes {
  readonly #said: string[] = [];
  readonly #counted = new Map<string, number>();

  /** Says `sentence` once. */
  say(sentence: string): void {
    if (!this.#said.includes(sentence)) this.#said.push(sentence);
  }

  /** Counts a record that `had` something: "had bytes that are not UTF-8". */
  count(had: string): void {
    this.#counted.set(had, (this.#counted.get(had) ?? 0) + 1);
  }

  /** Adds what another reader noted. */
  add(said: readonly string[], counted: Readonly<Record<string, number>>): void {
    for (const sentence of said) this.say(sentence);
    for (const [had, n] of Object.entries(counted)) this.#counted.set(had, (this.#counted.get(had) ?? 0) + n);
  }

  get said(): readonly string[] {
    return this.#said;
  }

  get counted(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counted);
  }

  /** All notes: sentences first, then counts, each in the order of its first appearance. */
  words(): string[] {
    const counts = [...this.#counted].map(([had, n]) => `${n} ${n === 1 ? 'record' : 'records'} ${had}`);
    return [...this.#said, ...counts];
  }
}
