import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { SETTING_NAMES } from '../../src/engine/settings.js';
import { blockTokens } from '../../src/engine/index/suspects.js';
import {
  COMMANDS,
  CONTEXT_KEYS,
  DATASET_COMMANDS,
  MEMORY_SETTING,
  EDITOR_SETTINGS,
  INPUT_SETTINGS,
  KIND_COLORS,
  PANEL_COMMANDS,
  PANEL_VIEW_TYPE,
  PREFIX,
  VIEW_COMMANDS,
  VIEWS,
  TABLE_VIEW_TYPES,
} from '../../src/host/ids.js';
import { formatOf } from '../../src/host/inputs/datasetNames.js';
import { DEFAULT_PARAMETERS } from '../../src/shared/run.js';
import { memoryFor, parametersFor } from '../../src/host/settings.js';
import { extension } from './support/extension.js';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly views: { readonly distillationEvidence: readonly { id: string }[] };
    readonly viewsWelcome: readonly { view: string; contents: string }[];
    readonly colors: readonly { id: string; defaults: Record<string, string> }[];
    readonly customEditors: readonly {
      viewType: string;
      priority: string;
      selector: readonly { filenamePattern: string }[];
    }[];
    readonly configuration: readonly { properties: Record<string, { order?: number }> }[];
  };
}

function manifest(): Manifest {
  const found = vscode.extensions.getExtension('distillation-evidence.distillation-evidence');
  return found?.packageJSON as Manifest;
}

describe('The manifest', () => {
  const ids = [COMMANDS, PANEL_COMMANDS, VIEW_COMMANDS, DATASET_COMMANDS]
    .flatMap((names) => Object.values(names))
    .sort();

  it('declares exactly the commands that the code has, all in one category', () => {
    const { commands } = manifest().contributes;
    assert.deepEqual(commands.map(({ command }) => command).sort(), ids);
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Distillation Evidence']);
    assert.deepEqual(
      commands.filter(({ title }) => title.startsWith('%')),
      [],
    );
  });

  it('has each of its commands registered', async () => {
    await extension();
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      ids.filter((id) => !registered.includes(id)),
      [],
    );
  });

  it('declares exactly the settings that the code reads, with the defaults of a run', () => {
    const declared = manifest().contributes.configuration.flatMap(({ properties }) =>
      Object.keys(properties),
    );
    const read = [
      ...SETTING_NAMES.map((name) => `${PREFIX}.${name}`),
      ...Object.values(EDITOR_SETTINGS),
      ...Object.values(INPUT_SETTINGS),
      MEMORY_SETTING,
    ];
    assert.deepEqual(declared.sort(), read.sort());
    assert.deepEqual(parametersFor(undefined), DEFAULT_PARAMETERS);
    assert.equal(blockTokens(memoryFor(undefined)), blockTokens());
  });

  it('gives each setting of a group a place of its own', () => {
    for (const { properties } of manifest().contributes.configuration) {
      const places = Object.values(properties).map(({ order }) => order);
      assert.ok(
        !places.includes(undefined),
        `no order: ${Object.keys(properties)[places.indexOf(undefined)]}`,
      );
      assert.equal(new Set(places).size, places.length);
    }
  });

  it('uses only context keys that the code sets', () => {
    const used =
      JSON.stringify(manifest().contributes)
        .match(/"when":"[^"]*"/g)
        ?.join(' ') ?? '';
    const keys = new Set(used.match(/distillationEvidence\.(?!views\.)\w+/g) ?? []);
    assert.deepEqual([...keys].sort(), Object.values(CONTEXT_KEYS).sort());
  });

  it('declares exactly the views that the code fills, and says in each what to do while it is empty', () => {
    const { views, viewsWelcome } = manifest().contributes;
    assert.deepEqual(views.distillationEvidence.map(({ id }) => id).sort(), Object.values(VIEWS).sort());
    // Two runs are compared before the view of their differences is there.
    const welcomed = new Set(viewsWelcome.map(({ view }) => view));
    assert.deepEqual(
      Object.values(VIEWS).filter((view) => !welcomed.has(view)),
      [VIEWS.difference],
    );
    const named = JSON.stringify(viewsWelcome).match(/(?<=command:)distillationEvidence\.\w+/g) ?? [];
    assert.deepEqual(
      named.filter((command) => !ids.includes(command)),
      [],
    );
  });

  it('contributes a colour for each kind of match, for every theme', () => {
    const { colors } = manifest().contributes;
    assert.deepEqual(colors.map(({ id }) => id).sort(), Object.values(KIND_COLORS).sort());
    for (const { defaults } of colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light']);
    }
  });

  it('declares the dataset editor for exactly the files that it reads, and as the default for Parquet alone', () => {
    const { customEditors } = manifest().contributes;
    const [parquet, dataset] = customEditors;
    assert.deepEqual(
      customEditors.map(({ viewType, priority }) => [viewType, priority]),
      [
        [TABLE_VIEW_TYPES.parquet, 'default'],
        [TABLE_VIEW_TYPES.dataset, 'option'],
      ],
    );
    const names = (editor: typeof parquet) =>
      editor?.selector.map(({ filenamePattern }) => filenamePattern) ?? [];
    assert.deepEqual(names(parquet), ['*.parquet']);
    assert.equal(names(dataset).length, 15);
    for (const name of [...names(parquet), ...names(dataset)])
      assert.ok(formatOf(name.replace('*', 'file')), `${name} is read`);
  });

  it('wakes the extension for its panel', () => {
    assert.ok(manifest().activationEvents.includes(`onWebviewPanel:${PANEL_VIEW_TYPE}`));
  });
});
