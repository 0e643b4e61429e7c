/** Expected successes from which on a draw is accepted or rejected; below, the gaps between successes are drawn. */
const FEW = 10;

/**
 * How many of `trials` succeed, each with the chance `share`: a draw of the binomial distribution. By transformed
 * rejection (Hörmann 1993, algorithm BTRS), a few random numbers whatever the trials; where few successes are expected,
 * by the gaps between them (Devroye 1986, second waiting time method). `random` gives numbers in [0, 1).
 */
export function binomial(random: () => number, trials: number, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return trials;
  if (share > 0.5) return trials - binomial(random, trials, 1 - share);
  return trials * share < FEW ? byGaps(random, trials, share) : byRejection(random, trials, share);
}

function byGaps(random: () => number, trials: number, share: number): number {
  const failing = Math.log1p(-share);
  let successes = 0;
  for (let at = 0; ; successes++) {
    // The trial of the next success; 1 − random() is never 0.
    at += Math.floor(Math.log(1 - random()) / failing) + 1;
    if (at > trials) return successes;
  }
}

/** The constants are Hörmann's. */
function byRejection(random: () => number, trials: number, share: number): number {
  const odds = share / (1 - share);
  const deviation = Math.sqrt(trials * share * (1 - share));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * share;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * share);
  const atMode = logOfRatio(mode);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const drawn = Math.floor(((2 * a) / edge + b) * u + trials * share + 0.5);
    if (drawn < 0 || drawn > trials) continue;
    if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return drawn;
    if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= logOfRatio(drawn) - atMode) return drawn;
  }

  /** The logarithm of the chance of so many successes, but for what all have in common. */
  function logOfRatio(successes: number): number {
    return successes * Math.log(odds) - logFactorial(successes) - logFactorial(trials - successes);
  }
}

/** By Stirling's series, whose error is below 1e-9 from ten on. */
function logFactorial(n: number): number {
  if (n < 10) return SMALL[n]!;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TAU + (1 / 12 - (1 / 360 - 1 / 1260 / (x * x)) / (x * x)) / x;
}

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);
const SMALL = Array.from({ length: 10 }, (_, n) => {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return Math.log(product);
});
