import { describe, expect, it } from 'vitest';
import { checked, SETTING_NAMES, withSetting } from '../../src/engine/settings.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';

describe('settings by name', () => {
  it('sets numbers, steps, scores and shapes', () => {
    expect(withSetting(DEFAULT_PARAMETERS, 'reportFrom', '12').reportFrom).toBe(12);
    expect(withSetting(DEFAULT_PARAMETERS, 'normalise.casefold', 'false').normalise).toEqual({
      ...DEFAULT_PARAMETERS.normalise,
      casefold: false,
    });
    expect(withSetting(DEFAULT_PARAMETERS, 'scores', 'all').scores).toBe('all');
    expect(withSetting(DEFAULT_PARAMETERS, 'names', 'Zeta, Alpha,, Zeta').names).toEqual(['Alpha', 'Zeta']);
    const off = withSetting(DEFAULT_PARAMETERS, 'explain.template', 'false');
    expect(withSetting(off, 'explain.prompt', 'false').rulesOff).toEqual(['prompt', 'template']);
    expect(withSetting(off, 'explain.template', 'true')).toEqual(DEFAULT_PARAMETERS);
    const shaped = withSetting(
      withSetting(DEFAULT_PARAMETERS, 'suspect.prompt', '/q'),
      'suspect.response',
      '/a',
    );
    expect(shaped.suspectShape).toEqual({ prompt: '/q', response: '/a' });
  });

  it.each([
    ['reportFrom', '-1'],
    ['reportFrom', 'many'],
    ['reportFrom', ''],
    ['shingleSize', '2.5'],
    ['scores', 'none'],
    ['normalise.casefold', 'yes'],
    ['normalise.shout', 'true'],
    ['explain.prompt', 'no'],
    ['explain.scores', 'false'],
    ['__proto__', '1'],
    ['toString', '1'],
  ])('refuses %s=%s with the reason', (name, value) => {
    expect(() => withSetting(DEFAULT_PARAMETERS, name, value)).toThrow(name);
  });

  it('refuses a prompt without a response', () => {
    expect(() => checked(withSetting(DEFAULT_PARAMETERS, 'originals.prompt', '/q'))).toThrow(
      'originals.response',
    );
    expect(checked(DEFAULT_PARAMETERS)).toBe(DEFAULT_PARAMETERS);
  });

  it('knows every name that it lists', () => {
    const values = ['5', '0.5', 'true', 'all', '/x'];
    for (const name of SETTING_NAMES) {
      const accepted = values.some((value) => {
        try {
          return withSetting(DEFAULT_PARAMETERS, name, value) !== DEFAULT_PARAMETERS;
        } catch {
          return false;
        }
      });
      expect(accepted, name).toBe(true);
    }
  });
});
