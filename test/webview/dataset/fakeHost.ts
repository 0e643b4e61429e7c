/** Runs in the page before the app: a VS Code that shows a made-up file and remembers what was asked. */
import type { DatasetCalls } from '../../../src/shared/datasetCalls.js';
import { Failure } from '../../../src/shared/failure.js';
import { serve, type Message } from '../../../src/shared/rpc.js';
import type { SearchProgress } from '../../../src/shared/tableCalls.js';
import type { ReviewChange, VerdictState } from '../../../src/shared/verdict.js';
import { FILES, JUDGEMENTS } from './datasetFiles.js';

interface Recorded {
  calls: { method: string; argument: unknown }[];
  violations: string[];
  executed: boolean;
  /** Resolves with how many records are counted then; the test lets the count go on. */
  countTo: (records: number) => void;
}

const parameters = new URLSearchParams(location.search);
const fake = FILES[parameters.get('run') ?? 'few']!;
let counted: ((records: number) => void) | undefined;
Object.assign(window, {
  calls: [],
  violations: [],
  executed: false,
  countTo: (records: number) => counted?.(records),
} satisfies Recorded);
const recorded = window as unknown as Recorded;
document.addEventListener('securitypolicyviolation', (event) =>
  recorded.violations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
  ),
);

const listeners: ((message: unknown) => void)[] = [];
function noted<T>(method: string, argument: unknown, answer: () => T): T {
  recorded.calls.push({ method, argument });
  if ((parameters.get('fail') ?? '').split(',').includes(method))
    throw new Failure(
      'input',
      'forum-mix.parquet has no column of text, so it holds no responses. Choose a file with prompts and responses.',
    );
  return answer();
}

/** The findings of each verdict that was not taken back. */
const steps: (readonly number[])[] = [];

function changed(findings: readonly number[], state: VerdictState): ReviewChange {
  const counts = { open: 24 - JUDGEMENTS.size, confirmed: 0, dismissed: 0, unsure: 0, disagreement: 0 };
  const progress = { reviewer: 'Anna', total: 24, counts, others: [], routed: 0, damages: [] };
  return {
    changed: findings.map((finding) => ({ finding, state, disagreement: false })),
    leftAlone: 0,
    progress,
  };
}

const { size } = fake.view;
let records = size.records;
serve<DatasetCalls, SearchProgress>(
  {
    post: (message: Message) => setTimeout(() => window.postMessage(structuredClone(message), '*'), 0),
    listen: (listener) => listeners.push(listener),
  },
  {
    open: (argument) => noted('open', argument, () => fake.view),
    reload: (argument) => noted('reload', argument, () => undefined),
    counted: ({ known }) =>
      noted(
        'counted',
        known,
        () =>
          new Promise((resolve) => {
            counted = (to) => {
              records = to;
              const exact = to >= 2_000_000;
              resolve({ records: to, exact, bytesDone: exact ? size.bytes : to * 1042, bytes: size.bytes });
            };
          }),
      ),
    rows: (argument) =>
      noted('rows', argument, () =>
        argument.records.filter((record) => record < records).map((record) => fake.rowOf(record)),
      ),
    record: (argument) => noted('record', argument, () => fake.recordOf(argument.record)),
    search: ({ text, from }, { progress, signal }) =>
      noted('search', { text, from }, async () => {
        const all = Array.from({ length: Math.min(records, 100_000) }, (_, i) => i).filter((record) =>
          fake.rowOf(record).response.toLowerCase().includes(text.toLowerCase()),
        );
        const found = [...all.filter((record) => record >= from), ...all.filter((record) => record < from)];
        progress({ found: found.slice(0, 3), done: 10, total: 100 });
        while (parameters.has('slow') && !signal.aborted)
          await new Promise((resolve) => setTimeout(resolve, 20));
        if (signal.aborted) throw new Failure('cancelled', 'Cancelled.');
        progress({ found: found.slice(3), done: 100, total: 100 });
        return { hits: found.length, capped: false };
      }),
    askRecord: (argument) => noted('askRecord', argument, () => 321),
    judge: (argument) =>
      noted('judge', argument, () => {
        const { findings } = argument;
        for (const finding of findings) {
          const own = JUDGEMENTS.get(finding)?.[0];
          const { verdict = own?.verdict ?? 'cleared', note = own?.note ?? '' } = argument;
          JUDGEMENTS.set(finding, [{ verdict, note, reviewer: 'Anna', time: '2026-01-01T00:00:00Z' }]);
        }
        steps.push(findings);
        const { verdict = 'cleared' } = argument;
        return changed(findings, verdict === 'cleared' ? 'open' : verdict);
      }),
    undo: (argument) =>
      noted('undo', argument, () => {
        const findings = steps.pop() ?? [];
        for (const finding of findings) JUDGEMENTS.delete(finding);
        return changed(findings, 'open');
      }),
    redo: (argument) =>
      noted('redo', argument, () => {
        throw new Failure('usage', 'There is no undone verdict to record again.');
      }),
    focus: (argument) => noted('focus', argument, () => undefined),
    showFinding: (argument) => noted('showFinding', argument, () => undefined),
  },
);

window.acquireVsCodeApi = () => ({
  postMessage: (message: unknown) => listeners.forEach((listener) => listener(structuredClone(message))),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
  setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
});
