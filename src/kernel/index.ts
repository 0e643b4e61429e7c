// What is compiled to WebAssembly; `core/kernel/kernel.ts` says how it is called.
export { readCode } from './code';
export { countDistinct } from './distinctWords';
export { find } from './lookup';
export { takeSeeds } from './openedSeeds';
export { keyOf, writePrints } from './prints';
export { readProse } from './prose';
export { countOdd, enterRuns } from './runFilter';
export { countText } from './seedCounts';
export { readSeeds } from './seeds';
export { partSeeds } from './seedList';
export { countSeeds, enterSeeds, placeBuckets } from './seedTable';
export { choose, isSeed } from './sharedSeeds';
export { readText } from './tokens';
