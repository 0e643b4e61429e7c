// What is compiled to WebAssembly; `core/index/kernel.ts` says how it is called.
export { countDistinct } from './distinctWords';
export { find } from './lookup';
export { takeSeeds } from './openedSeeds';
export { readSeeds } from './seeds';
export { choose, hasSeed } from './sharedSeeds';
