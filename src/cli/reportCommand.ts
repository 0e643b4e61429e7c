/** `report`: a run for people without the tool. */
import path from 'node:path';
import { count, whole } from '../core/wording/numbers.js';
import { writeReport } from '../engine/report/writeReport.js';
import { Failure } from '../shared/failure.js';
import { REPORT_FORMATS, type ReportRequest } from '../shared/report.js';
import { namedRun } from './namedRun.js';
import { hooksOf, type Terminal } from './terminal.js';
import { parsedWords } from './words.js';

const OPTIONS = {
  run: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  most: { type: 'string' },
} as const;

/** Writes the report of a run, the latest if none is named; throws Failure. */
export async function reportCommand(words: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parsedWords(words, OPTIONS);
  const [caseDir, ...more] = positionals;
  if (caseDir === undefined || more.length > 0)
    throw new Failure('usage', 'report takes one case folder (.distillation-evidence).');
  const format = REPORT_FORMATS.find((one) => one === values.format);
  if (format === undefined)
    throw new Failure('usage', `report needs --format: ${REPORT_FORMATS.join(', ')}.`);
  if (values.out === undefined) throw new Failure('usage', 'report needs --out: the file to write.');
  const most = mostFrom(values.most);
  const request: ReportRequest = {
    dir: await namedRun(path.resolve(caseDir), values.run),
    format,
    out: path.resolve(values.out),
    ...(most !== undefined && { most }),
  };
  const { out, findings, leftOut } = await writeReport(request, hooksOf(terminal));
  terminal.status?.('');
  const left = leftOut > 0 ? `, ${whole(leftOut)} left out` : '';
  terminal.out(`${count(findings, 'finding')}${left}: ${out}`);
}

function mostFrom(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new Failure('usage', `--most is a whole number from 1, not "${value}".`);
}
