import { beforeEach } from 'vitest';

/** Fails every test of the file after the first that failed: each step begins where the one before has ended. */
export function stepByStep(): void {
  let broken = false;
  beforeEach(({ onTestFailed }) => {
    if (broken) throw new Error('An earlier step of the journey failed.');
    onTestFailed(() => {
      broken = true;
    });
  });
}
