/** Every name that package.json and the code share, typed once; a test holds package.json to exactly these. */
import type { PanelAction } from '../shared/panelCalls.js';

export const PREFIX = 'distillationEvidence';

export const COMMANDS = {
  compare: 'distillationEvidence.compare',
  compareRecord: 'distillationEvidence.compareRecord',
  compareSelection: 'distillationEvidence.compareSelection',
  compareOutputs: 'distillationEvidence.compareOutputs',
  showFindings: 'distillationEvidence.showFindings',
  inspect: 'distillationEvidence.inspect',
  jumpToOriginal: 'distillationEvidence.jumpToOriginal',
  jumpToSuspect: 'distillationEvidence.jumpToSuspect',
  openDiff: 'distillationEvidence.openDiff',
  showLog: 'distillationEvidence.showLog',
} as const;
export type CommandName = keyof typeof COMMANDS;

/** The command of each action of the panel. */
export const PANEL_COMMANDS: Readonly<Record<PanelAction, string>> = {
  nextFinding: 'distillationEvidence.panel.nextFinding',
  previousFinding: 'distillationEvidence.panel.previousFinding',
  nextRun: 'distillationEvidence.panel.nextRun',
  previousRun: 'distillationEvidence.panel.previousRun',
  openOriginal: 'distillationEvidence.panel.openOriginal',
  openSuspect: 'distillationEvidence.panel.openSuspect',
  openDiff: 'distillationEvidence.panel.openDiff',
  focusFilter: 'distillationEvidence.panel.focusFilter',
  toggleFilters: 'distillationEvidence.panel.toggleFilters',
  toggleLayout: 'distillationEvidence.panel.toggleLayout',
  showHelp: 'distillationEvidence.panel.showHelp',
};

/** Settings that are no parameters of a run; those are SETTING_NAMES of the engine. */
export const EDITOR_SETTINGS = { codeLens: 'distillationEvidence.codeLens' } as const;

export const CONTEXT_KEYS = {
  /** The panel has the focus of its editor group. */
  panelActive: 'distillationEvidence.panelActive',
  /** There is a run to show. */
  hasRun: 'distillationEvidence.hasRun',
} as const;

export const PANEL_VIEW_TYPE = 'distillationEvidence.findings';
/** Scheme of the read-only documents that hold one record. */
export const SCHEME = 'distillation-evidence';

/** The language of record documents, whose defaults package.json sets. */
export const RECORD_LANGUAGE = 'distillation-evidence-record';

/** Keys of what is remembered in a workspace. */
export const MEMORY = {
  run: 'currentRun',
  original: 'originals',
  control: 'controls',
  previewed: 'previewedOriginals',
  gitignoreOffered: 'gitignoreOffered',
} as const;

/** The variable that makes the extension show a comparison when VS Code starts. */
export const DEMO_VARIABLE = 'DISTILLATION_EVIDENCE_DEMO';
