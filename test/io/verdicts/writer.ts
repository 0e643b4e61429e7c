/** A program that appends verdicts one by one and says each that is recorded: `writer <file> <first> <count>`. */
import { VerdictFile } from '../../../src/io/verdicts/verdictFile.js';
import { entry } from './entry.js';

const [, , file = '', first = '0', count = '0'] = process.argv;

async function write(): Promise<void> {
  const verdicts = new VerdictFile(file);
  for (let number = Number(first); number < Number(first) + Number(count); number++) {
    await verdicts.append([entry(number)]);
    process.stdout.write(`${number}\n`);
  }
}
void write();
