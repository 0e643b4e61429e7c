/** What `scripts/kernel.mjs` makes of `src/kernel`. */
declare module '*/kernel.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
