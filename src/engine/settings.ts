/** The parameters that people may set, by name, with their limits: one list for the terminal and the editor. */
import { Failure } from '../shared/failure.js';
import { EXPLAIN_RULES, type ExplainRule, type NormaliseSteps, type Parameters } from '../shared/run.js';

/** What a number may be. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const NUMBERS = {
  shingleSize: { min: 2, max: 20, whole: true },
  seedTokens: { min: 2, max: 20, whole: true },
  maxGap: { min: 0, max: 50, whole: true },
  passageToll: { min: 0, max: 200, whole: false },
  explainedRun: { min: 2, max: 50, whole: true },
  reportFrom: { min: 0, max: 10_000, whole: false },
  nearDuplicateFrom: { min: 0.01, max: 1, whole: false },
  originalsPerResponse: { min: 1, max: 1000, whole: true },
  hotShare: { min: 0, max: 1, whole: false },
  hotMinimum: { min: 1, max: 1_000_000_000, whole: true },
} satisfies Partial<Record<keyof Parameters, Range>>;

const STEPS: readonly (keyof NormaliseSteps)[] = [
  'nfc',
  'foldForms',
  'stripFormat',
  'homoglyphs',
  'casefold',
  'markdown',
  'whitespace',
];

const SHAPES = { suspect: 'suspectShape', originals: 'originalsShape', controls: 'controlsShape' } as const;

/** Names of all settings, as `--set` takes them. */
export const SETTING_NAMES: readonly string[] = [
  ...Object.keys(NUMBERS),
  ...STEPS.map((step) => `normalise.${step}`),
  'scores',
  'names',
  ...EXPLAIN_RULES.map((rule) => `explain.${rule}`),
  'suspect.prompt',
  'suspect.response',
  'originals.prompt',
  'originals.response',
  'controls.prompt',
  'controls.response',
];

/** Returns `parameters` with one setting changed; throws Failure('usage') that says what would be right. */
export function withSetting(parameters: Parameters, name: string, value: string): Parameters {
  if (Object.hasOwn(NUMBERS, name)) {
    return { ...parameters, [name]: numberIn(name, value, NUMBERS[name as keyof typeof NUMBERS]) };
  }
  const [group = '', member = ''] = name.split('.', 2);
  if (group === 'normalise' && STEPS.some((step) => step === member)) {
    return { ...parameters, normalise: { ...parameters.normalise, [member]: switched(name, value) } };
  }
  const rule = EXPLAIN_RULES.find((one) => one === member);
  if (group === 'explain' && rule !== undefined) return withRule(parameters, rule, switched(name, value));
  if (name === 'scores') {
    if (value !== 'shown' && value !== 'all')
      throw new Failure('usage', `scores is "shown" or "all", not "${value}".`);
    return { ...parameters, scores: value };
  }
  if (name === 'names') {
    const names = value.split(',').map((one) => one.trim());
    return { ...parameters, names: [...new Set(names.filter((one) => one !== ''))].sort() };
  }
  const key = Object.hasOwn(SHAPES, group) ? SHAPES[group as keyof typeof SHAPES] : undefined;
  if (key && (member === 'prompt' || member === 'response')) {
    return { ...parameters, [key]: { ...(parameters[key] ?? { response: '' }), [member]: value } };
  }
  throw new Failure('usage', `There is no setting "${name}". Settings: ${SETTING_NAMES.join(', ')}.`);
}

/** Returns `parameters` if they are complete; throws Failure('usage') where a prompt is named without a response. */
export function checked(parameters: Parameters): Parameters {
  for (const [side, shape] of [
    ['suspect', parameters.suspectShape],
    ['originals', parameters.originalsShape],
    ['controls', parameters.controlsShape],
  ] as const) {
    if (shape?.response === '')
      throw new Failure(
        'usage',
        `${side}.prompt is set, but ${side}.response is not: say where the response is.`,
      );
  }
  return parameters;
}

/** Only what is off is written down, so that a run with all rules is the run it always was. */
function withRule({ rulesOff = [], ...rest }: Parameters, rule: ExplainRule, on: boolean): Parameters {
  const off = EXPLAIN_RULES.filter((one) => (one === rule ? !on : rulesOff.includes(one)));
  return off.length === 0 ? rest : { ...rest, rulesOff: off };
}

/** Megabytes that a run may take: fewer would not be kept to, and more has no machine. */
export const MEMORY: Range = { min: 256, max: 1 << 20, whole: true };

/** Returns the number that `value` is; throws Failure('usage') that says what would be right. */
export function numberIn(name: string, value: string, { min, max, whole }: Range): number {
  const number = value.trim() === '' ? NaN : Number(value);
  if (!(number >= min && number <= max) || (whole && !Number.isInteger(number))) {
    throw new Failure(
      'usage',
      `${name} is a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not "${value}".`,
    );
  }
  return number;
}

function switched(name: string, value: string): boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new Failure('usage', `${name} is true or false, not "${value}".`);
}
