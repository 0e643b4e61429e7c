/** The matrix of a model-output run for the terminal. */
import type { Closeness } from '../shared/closeness.js';

const WIDTH = 8;

/**
 * Lines of a table: how close each source's answers are to each other source's, in hundredths of the mean Jaccard;
 * sources are numbered, and named after the number at the start of their line.
 */
export function closenessTable({ sources, pairs, shingle }: Closeness): string[] {
  const cell = (text: string) => text.padStart(WIDTH);
  const value = (a: number, b: number) => {
    const pair = pairs.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
    return pair ? (100 * pair.value).toFixed(2) : '–';
  };
  return [
    `Shared runs of ${shingle} words between answers to the same prompt, less those of the prompt, in % of both answers’ runs:`,
    `     ${sources.map((_, at) => cell(String(at + 1))).join('')}`,
    ...sources.map(({ role, source }, row) => {
      const cells = sources.map((_, column) => cell(row === column ? '' : value(row, column)));
      return `${String(row + 1).padStart(4)} ${cells.join('')}  ${ROLES[role]}${source}`;
    }),
  ];
}

const ROLES = { suspect: 'suspect: ', original: 'originals: ', control: '' } as const;
