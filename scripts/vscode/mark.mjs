// @ts-check

/** Begins each line that a test run reports, so that it is told from what VS Code itself writes on the same console. */
export const MARK = '│ ';
