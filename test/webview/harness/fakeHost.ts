/** Runs in the page before the app: a VS Code that answers from a made-up run and remembers what was asked. */
import type { PanelCalls } from '../../../src/shared/panelCalls.js';
import { Failure } from '../../../src/shared/failure.js';
import { serve, type Message } from '../../../src/shared/rpc.js';
import { calibrationOf } from './calibrations.js';
import { FakeReview } from './fakeReview.js';
import { FACETS, histogramOf, listOf } from './lists.js';
import { firstLook, pairOf, turnsAround } from './pairs.js';
import { RUNS } from './runs.js';

interface Recorded {
  calls: { method: string; argument: unknown }[];
  violations: string[];
  executed: boolean;
  /** Methods that fail, and those that take so many milliseconds. */
  fail: Set<string>;
  delay: Map<string, number>;
}

declare global {
  interface Window extends Recorded {
    acquireVsCodeApi: () => unknown;
  }
}

const parameters = new URLSearchParams(location.search);
const fake = RUNS[parameters.get('run') ?? 'few']!();
const review = new FakeReview(fake);
Object.assign(window, {
  calls: [],
  violations: [],
  executed: false,
  fail: new Set((parameters.get('fail') ?? '').split(',')),
  delay: new Map(parameters.getAll('slow').map((method) => [method, 300])),
} satisfies Recorded);
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
  ),
);

const listeners: ((message: unknown) => void)[] = [];
async function noted<T>(method: string, argument: unknown, answer: () => T): Promise<T> {
  window.calls.push({ method, argument });
  const delay = window.delay.get(method);
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  if (window.fail.has(method))
    throw new Failure('case', `runs/f00d/${method} is damaged at line 3: <b>run it again</b>.`);
  return answer();
}

serve<PanelCalls>(
  {
    post: (message: Message) => setTimeout(() => window.postMessage(structuredClone(message), '*'), 0),
    listen: (listener) => listeners.push(listener),
  },
  {
    open: (argument) => noted('open', argument, () => ({ ...fake.run, review: review.progress() })),
    list: (argument, { progress }) => {
      if (window.delay.has('list')) progress({ phase: 'Searching', done: 42, total: 100, unit: 'responses' });
      return noted('list', argument, () => listOf(fake, review, argument));
    },
    rows: (argument) =>
      noted('rows', argument, () =>
        argument.ids.map((id) => ({ ...fake.rowOf(id), judgements: review.of(id) })),
      ),
    headings: (argument) =>
      noted('headings', argument, () => argument.ids.map((id) => fake.rowOf(id).excerpt)),
    histogram: (argument) => noted('histogram', argument, () => histogramOf(fake, argument)),
    facets: (argument) => noted('facets', argument, () => FACETS),
    calibration: (argument) => noted('calibration', argument, () => calibrationOf(fake)),
    pair: (argument) =>
      noted('pair', argument, () => {
        const row = fake.rowOf(argument.finding);
        const view = pairOf(row, fake.textOf(argument.finding), argument.index);
        if (row.stale)
          return { ...firstLook(view), refinable: false, suspect: { ...view.suspect, gone: true } };
        if (parameters.has('refinable')) return firstLook(view);
        return parameters.has('stale')
          ? {
              ...view,
              coarse: true,
              stale: 'forum-mix.jsonl has changed since it was compared. Compare it again.',
            }
          : view;
      }),
    refine: (argument) =>
      noted('refine', argument, () => {
        const { changes, match } = pairOf(
          fake.rowOf(argument.finding),
          fake.textOf(argument.finding),
          argument.index,
        );
        return { changes, coarse: false, scores: match.scores };
      }),
    conversation: (argument) =>
      noted('conversation', argument, () => {
        const { suspect, original, prompt = '' } = fake.textOf(argument.finding);
        return { suspect: turnsAround(prompt, suspect), original: turnsAround(prompt, original) };
      }),
    copyMarkdown: (argument) => noted('copyMarkdown', argument, () => undefined),
    jump: (argument) => noted('jump', argument, () => undefined),
    showSkipped: (argument) => noted('showSkipped', argument, () => undefined),
    judge: (argument) => noted('judge', argument, () => review.judge(argument)),
    exclude: (argument) => noted('exclude', argument, () => undefined),
    undo: (argument) => noted('undo', argument, () => review.undo()),
    redo: (argument) => noted('redo', argument, () => review.redo()),
    review: (argument) => noted('review', argument, () => review.progress()),
    sample: (argument) => noted('sample', argument, () => review.sample(argument)),
    focus: (argument) => noted('focus', argument, () => undefined),
  },
);

window.acquireVsCodeApi = () => ({
  postMessage: (message: unknown) => listeners.forEach((listener) => listener(structuredClone(message))),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
  setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
});
