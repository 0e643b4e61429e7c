/** Where things lie in a bundle: every path relative to every other as in the case, so that the run is the same run. */
import path from 'node:path';
import { Failure } from '../../shared/failure.js';

/** What a bundle says of itself. */
export interface BundleInfo {
  /** Of this layout. */
  readonly format: 1;
  readonly tool: string;
  readonly version: string;
  /** The case folder in the bundle, with `/`. */
  readonly case: string;
  readonly run: string;
}

export const INFO = 'bundle.json';
export const SUMS = 'SHA256SUMS';
export const README = 'README.txt';

const FILES = 'files';
const CASE = '.distillation-evidence';

/**
 * Where the case folder and inputs with these case paths go, with `/`. Paths that lead upwards out of the folder that
 * holds the case put it as many folders deeper. Throws Failure('input') for a path on another drive.
 */
export function layoutOf(inputs: readonly string[]): {
  readonly caseDir: string;
  of(input: string): string;
} {
  const depth = Math.max(0, ...inputs.map((input) => /^(?:\.\.\/)*/.exec(input)![0].length / 3));
  const up = upName(inputs);
  const parent = [FILES, ...Array.from({ length: depth }, (_, at) => `${up}${depth - at}`)].join('/');
  return {
    caseDir: `${parent}/${CASE}`,
    of: (input) => {
      const place = path.posix.normalize(`${parent}/${input}`);
      if (!place.startsWith(`${FILES}/`) || path.isAbsolute(input) || /^[a-z]:/i.test(input))
        throw new Failure(
          'input',
          `${input} lies on another drive than the case, and cannot keep its place in a bundle. Move it and compare again.`,
        );
      return place;
    },
  };
}

/** What the folders above the case are called before their number: as no folder beside them is, also where case says nothing. */
function upName(inputs: readonly string[]): string {
  const parts = inputs.flatMap((input) => input.split('/'));
  let name = 'up';
  while (parts.some((part) => new RegExp(`^${name}\\d+$`, 'i').test(part))) name += '_';
  return name;
}

/** True for the place of a case folder that {@link layoutOf} gives. */
export function isCasePlace(place: string): boolean {
  return CASE_PLACE.test(place);
}

const CASE_PLACE = new RegExp(`^${FILES}(?:/up_*\\d+)*/\\${CASE}$`);
