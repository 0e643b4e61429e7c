/** Which fields the records of a file have, counted in bounded memory. */

export interface Field {
  /** Key, or "column 3" where rows have no names, or "" where the record is one text. */
  readonly name: string;
  /** Records that have it with a value other than null. */
  readonly present: number;
  /** "string", "number", "boolean", "list", "object"; several joined by " or "; "null" if it never has a value. */
  readonly type: string;
}

const MAX_FIELDS = 200;

export class FieldCounts {
  readonly #fields = new Map<string, { present: number; types: Set<string> }>();

  add(record: unknown): void {
    if (typeof record !== 'object' || record === null) this.#count('', record);
    else if (Array.isArray(record)) record.forEach((cell, i) => this.#count(`column ${i + 1}`, cell));
    else for (const key of Object.keys(record)) this.#count(key, (record as Record<string, unknown>)[key]);
  }

  /** In the order of their first appearance, the first 200. */
  fields(): Field[] {
    return [...this.#fields].map(([name, { present, types }]) => ({
      name,
      present,
      type: types.size === 0 ? 'null' : [...types].sort().join(' or '),
    }));
  }

  #count(name: string, value: unknown): void {
    let field = this.#fields.get(name);
    if (!field) {
      if (this.#fields.size >= MAX_FIELDS) return;
      field = { present: 0, types: new Set() };
      this.#fields.set(name, field);
    }
    if (value === null || value === undefined) return;
    field.present++;
    field.types.add(Array.isArray(value) ? 'list' : typeof value);
  }
}
