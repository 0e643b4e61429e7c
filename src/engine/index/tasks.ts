/** What a thread of the pool can do; the same functions serve where there are no threads. */
import type { TableData } from '../../core/index/hashTable.js';
import { buildParts, type Breathe, type BuildTask } from '../../io/index/buildParts.js';
import { hashFile } from '../../io/index/hashFile.js';
import { readPart } from '../../io/index/partFile.js';
import type { Parameters, RunKind } from '../../shared/run.js';
import { PartMatcher, type PartMatches, type PartRef } from './partMatcher.js';
import type { Block } from './suspects.js';

/** What all tasks of one comparison have in common. */
export interface Comparing {
  readonly kind: RunKind;
  readonly parameters: Parameters;
  readonly caseDir: string;
}

export interface Tasks {
  hash(argument: { readonly path: string }): Promise<string>;
  build(argument: BuildTask): Promise<void>;
  /** True if the part is whole. */
  verify(argument: { readonly file: string }): Promise<boolean>;
  /** Takes a block for the tasks that follow. */
  block(argument: { readonly block: Block; readonly comparing: Comparing }): Promise<void>;
  count(argument: { readonly files: readonly string[] }): Promise<void>;
  /** Takes the lists of the block, once they are known. */
  lists(argument: { readonly short: Lists; readonly long: Lists }): Promise<void>;
  match(argument: PartRef): Promise<PartMatches>;
}

type Lists = Pick<TableData, 'starts' | 'items' | 'filter'>;

export type TaskName = keyof Tasks;

/** The tasks of one thread, which remembers its block. */
export function tasks(breathe: Breathe): Tasks {
  let matcher: PartMatcher | undefined;
  const matching = (): PartMatcher => {
    if (!matcher) throw new Error('No block of suspects was given.');
    return matcher;
  };
  return {
    hash: ({ path }) => hashFile(path, breathe),
    build: (task) => buildParts(task, breathe),
    verify: ({ file }) => Promise.resolve(readPart(file) !== undefined),
    block: ({ block, comparing }) => {
      matcher = new PartMatcher(block, comparing, breathe);
      return Promise.resolve();
    },
    count: ({ files }) => matching().count(files),
    lists: ({ short, long }) => {
      matching().setLists(short, long);
      return Promise.resolve();
    },
    match: (part) => matching().match(part),
  };
}
