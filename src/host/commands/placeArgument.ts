/** The place that a CodeLens or a program names: a finding of a run and one of its originals. */
import { isIndex, isObject } from '../checks.js';

export interface PlaceArgument {
  readonly finding: number;
  readonly index: number;
}

/** Reads a command's argument; undefined if it names no place. */
export function placeArgument(value: unknown): PlaceArgument | undefined {
  if (!isObject(value)) return undefined;
  const { finding, index = 0 } = value;
  return isIndex(finding) && isIndex(index) ? { finding, index } : undefined;
}
