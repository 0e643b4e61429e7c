import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonRecords } from '../../../src/core/jsonText/jsonRecords.js';
import { jsonStringOffsets, jsonValueAt } from '../../../src/core/jsonText/jsonStringOffsets.js';

const unit = fc.string({ unit: 'binary', maxLength: 30 });
const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

/** JSON.stringify, with a share of the characters written as escapes and white space between tokens. */
function untidy(value: unknown, escape: (i: number) => boolean): string {
  let n = 0;
  const text = (s: string) =>
    `"${Array.from({ length: s.length }, (_, i) => {
      const c = s[i]!;
      const wellFormed = JSON.stringify(c).slice(1, -1);
      const surrogate = c >= '\ud800' && c <= '\udfff';
      if (surrogate && !s.isWellFormed()) return wellFormed;
      return escape(n++) ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : surrogate ? c : wellFormed;
    }).join('')}"`;
  const write = (v: unknown): string => {
    const space = escape(n++) ? ' \n' : '';
    if (typeof v === 'string') return `${space}${text(v)}${space}`;
    if (Array.isArray(v)) return `[${space}${v.map(write).join(`${space},`)}${space}]`;
    if (typeof v === 'object' && v !== null)
      return `{${space}${Object.entries(v)
        .map(([k, w]) => `${text(k)}${space}:${write(w)}`)
        .join(`,${space}`)}${space}}`;
    return `${space}${JSON.stringify(v)}${space}`;
  };
  return write(value);
}

function strings(value: unknown, pointer = ''): [string, string][] {
  if (typeof value === 'string') return [[pointer, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) =>
    strings(v, `${pointer}/${k.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

describe('the characters of a string in JSON source', () => {
  it('stand where every code unit of the parsed string stands', () => {
    fc.assert(
      fc.property(json, fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (value, dice) => {
        const raw = untidy(value, (i) => dice[i % dice.length]!);
        const parsed: unknown = JSON.parse(raw);
        for (const [pointer, text] of strings(parsed)) {
          const found = jsonStringOffsets(raw, pointer)!;
          expect(found.value).toBe(text);
          expect(raw[found.offsets[text.length]!]).toBe('"');
          for (let i = 0; i < text.length; i++) {
            const piece = raw.slice(found.offsets[i], found.offsets[i + 1]);
            expect(JSON.parse(`"${piece}"`)).toBe(text[i]);
          }
        }
      }),
    );
  });

  it('are found after a BOM and, of equal keys, in the last', () => {
    const raw = '\ufeff{"a":"one","a":"t\\u0077o"}';
    expect(jsonStringOffsets(raw, '/a')?.value).toBe('two');
  });

  it('are not found where there is no string, nor in text that is not JSON', () => {
    expect(jsonStringOffsets('{"a":1}', '/a')).toBeUndefined();
    expect(jsonStringOffsets('{"a":["x"]}', '/a/01')).toBeUndefined();
    expect(jsonStringOffsets('{"a":"x"}', '/b')).toBeUndefined();
    expect(jsonStringOffsets('{"__proto__":"x"}', '/__proto__')?.value).toBe('x');
    expect(jsonStringOffsets('{"a":"line\rbreak"}', '/a')).toBeUndefined();
  });

  it('never leave the text nor hang, whatever it is', () => {
    fc.assert(
      fc.property(unit, unit, (raw, token) => {
        const span = jsonValueAt(raw, `/${token}`);
        if (span) expect(span[1]).toBeLessThanOrEqual(raw.length);
        expect(() => jsonStringOffsets(raw, token)).not.toThrow();
        for (const record of jsonRecords(raw)) expect(record[1]).toBeLessThanOrEqual(raw.length);
      }),
    );
    expect(jsonValueAt('['.repeat(200_000) + ']'.repeat(200_000), '/0/0')).toEqual([2, 399_998]);
  });
});

describe('the records of a JSON file', () => {
  it('are the elements of the array, wherever the object holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ output: unit }), { minLength: 1 }), fc.boolean(), (rows, wrapped) => {
        const raw = JSON.stringify(wrapped ? { version: 1, tags: ['x'], data: rows } : rows, undefined, 1);
        expect(jsonRecords(raw).map((span): unknown => JSON.parse(raw.slice(...span)))).toEqual(rows);
      }),
    );
  });

  it('are one where the file is one object', () => {
    expect(jsonRecords(' {"output":"x"}')).toEqual([[1, 15]]);
  });
});
