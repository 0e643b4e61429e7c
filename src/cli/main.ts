/** The terminal's way in: exit codes and signals; what is done is in the commands. */
import { setFlagsFromString } from 'node:v8';
import { whyUnwritten } from '../io/writeFailure.js';
import { Failure, type FailureCode } from '../shared/failure.js';
import { bundleCommand, verifyCommand } from './bundleCommand.js';
import { compareCommand } from './compareCommand.js';
import { indexCommand } from './indexCommand.js';
import { inspectCommand } from './inspectCommand.js';
import { reportCommand } from './reportCommand.js';
import type { Terminal } from './terminal.js';
import { USAGE } from './usage.js';
import { VERSION } from '../engine/identity.js';
import { errorCode } from '../io/errorCode.js';

/** `verify` found something that is not as it was. */
const DIFFERS = 3;
const EXIT: Record<FailureCode, number> = { usage: 1, input: 2, index: 2, case: 2, cancelled: 130 };

/** Runs the command line `words`; returns the exit code: 0 done, 1 bad usage, 2 unreadable input, 3 a bundle that differs, 130 cancelled. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = words;
  try {
    switch (command) {
      case 'compare':
        await compareCommand(rest, terminal);
        return 0;
      case 'index':
        await indexCommand(rest, terminal);
        return 0;
      case 'inspect':
        await inspectCommand(rest, terminal);
        return 0;
      case 'report':
        await reportCommand(rest, terminal);
        return 0;
      case 'bundle':
        await bundleCommand(rest, terminal);
        return 0;
      case 'verify':
        return (await verifyCommand(rest, terminal)) ? 0 : DIFFERS;
      case '--version':
        terminal.out(VERSION);
        return 0;
      case '--help':
      case 'help':
        terminal.out(USAGE);
        return 0;
      default:
        throw new Failure(
          'usage',
          command === undefined ? USAGE : `There is no command "${command}".\n\n${USAGE}`,
        );
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.err(error.message);
    return EXIT[error.code];
  }
}

/** Bytes of bytecode that a function runs before V8 optimises it: four times what Node 20 takes by itself. */
const WARM = 264_000;

/** Percent of its objects that a thread may gather before V8 looks for those that are needed no more; 300 by itself. */
const GARBAGE = 50;

/** What Node ends with by itself where a program waits for what never comes; 0 would say that all is done. */
const UNFINISHED = 13;

/** True when this file is the program and not a module of a test. */
if (require.main === module) {
  // A run of seconds compiles more than it uses, in each thread by itself; a newer V8 does not know the word, and says so.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${WARM}`);
  setFlagsFromString(`--heap-growing-percent=${GARBAGE}`);
  setFlagsFromString('--always-sparkplug');
  process.exitCode = UNFINISHED;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  let unwritten = false;
  // A reader that went away (a pipe into head) ends the output, not the run.
  process.stdout.on('error', (error: Error) => {
    if (errorCode(error) === 'EPIPE') return;
    if (!unwritten) process.stderr.write(`The output cannot be written: ${whyUnwritten(error)}.\n`);
    unwritten = true;
  });
  process.once('exit', () => {
    if (unwritten && process.exitCode === 0) process.exitCode = EXIT.case;
  });
  void run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text + '\n'),
    err: (text) => process.stderr.write(text + '\n'),
    status: process.stderr.isTTY ? (text) => process.stderr.write(`\r\x1b[K${text}`) : undefined,
    signal: stop.signal,
  }).then((code) => {
    process.exitCode = code;
  });
}
