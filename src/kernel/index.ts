// What is compiled to WebAssembly. Addresses and classes are those of `core/index/kernel.ts`.
export { find } from './lookup';
export { readSeeds } from './seeds';
