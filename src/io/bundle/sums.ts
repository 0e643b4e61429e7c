/** SHA256SUMS, as the tool sha256sum writes and checks it (GNU coreutils): "<hash>  <path>" a line. */

export interface Sum {
  readonly sha256: string;
  /** With `/`, relative to the bundle. */
  readonly path: string;
}

const LINE = /^(?<escaped>\\?)(?<sha256>[0-9a-f]{64}) [ *](?<path>.+)$/;

/** The file's text, ordered by path. A path with a line break or backslash is escaped, and its line begins with one. */
export function writeSums(sums: readonly Sum[]): string {
  const lines = [...sums]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ sha256, path }) => {
      const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
      return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
    });
  return lines.join('');
}

/** The lines of the file; `wrong` are the 1-based numbers of those that are none, or whose path leads out of the bundle. */
export function readSums(text: string): { sums: Sum[]; wrong: number[] } {
  const sums: Sum[] = [];
  const wrong: number[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, at) => {
    const { escaped, sha256, path } = LINE.exec(line)?.groups ?? {};
    const plain = escaped === '' ? path : path?.replace(/\\(n|r|\\)/g, (_, c: string) => UNESCAPED[c]!);
    if (sha256 === undefined || plain === undefined || leadsOut(plain)) wrong.push(at + 1);
    else sums.push({ sha256, path: plain });
  });
  return { sums, wrong };
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', '\\': '\\' };

/** True for a path that is none inside a folder, on any system. */
export function leadsOut(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..');
}
