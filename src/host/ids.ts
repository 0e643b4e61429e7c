/** Every name that package.json and the code share, typed once; a test holds package.json to exactly these. */
import type { DatasetAction } from '../shared/datasetCalls.js';
import type { Kind } from '../shared/match.js';
import type { PanelAction } from '../shared/panelCalls.js';

export const PREFIX = 'distillationEvidence';

export const COMMANDS = {
  compare: 'distillationEvidence.compare',
  compareRecord: 'distillationEvidence.compareRecord',
  compareSelection: 'distillationEvidence.compareSelection',
  compareOutputs: 'distillationEvidence.compareOutputs',
  showFindings: 'distillationEvidence.showFindings',
  inspect: 'distillationEvidence.inspect',
  openTable: 'distillationEvidence.openTable',
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
  nextShow: 'distillationEvidence.panel.nextShow',
  toggleConversation: 'distillationEvidence.panel.toggleConversation',
  nextOriginal: 'distillationEvidence.panel.nextOriginal',
  previousOriginal: 'distillationEvidence.panel.previousOriginal',
  copyMarkdown: 'distillationEvidence.panel.copyMarkdown',
  confirm: 'distillationEvidence.panel.confirm',
  dismiss: 'distillationEvidence.panel.dismiss',
  unsure: 'distillationEvidence.panel.unsure',
  clearVerdict: 'distillationEvidence.panel.clearVerdict',
  editNote: 'distillationEvidence.panel.editNote',
  editRoutes: 'distillationEvidence.panel.editRoutes',
  excludeText: 'distillationEvidence.panel.excludeText',
  undoVerdict: 'distillationEvidence.panel.undoVerdict',
  redoVerdict: 'distillationEvidence.panel.redoVerdict',
  selectAll: 'distillationEvidence.panel.selectAll',
  refreshList: 'distillationEvidence.panel.refreshList',
  drawSample: 'distillationEvidence.panel.drawSample',
  showHelp: 'distillationEvidence.panel.showHelp',
};

/** The command of each action of the dataset editor. */
export const DATASET_COMMANDS: Readonly<Record<DatasetAction, string>> = {
  find: 'distillationEvidence.table.find',
  nextHit: 'distillationEvidence.table.nextHit',
  previousHit: 'distillationEvidence.table.previousHit',
  goToRecord: 'distillationEvidence.table.goToRecord',
  nextFinding: 'distillationEvidence.table.nextFinding',
  previousFinding: 'distillationEvidence.table.previousFinding',
  showFinding: 'distillationEvidence.table.showFinding',
  toggleRecord: 'distillationEvidence.table.toggleRecord',
  toggleOnlyFindings: 'distillationEvidence.table.toggleOnlyFindings',
  selectAll: 'distillationEvidence.table.selectAll',
  confirm: 'distillationEvidence.table.confirm',
  dismiss: 'distillationEvidence.table.dismiss',
  unsure: 'distillationEvidence.table.unsure',
  clearVerdict: 'distillationEvidence.table.clearVerdict',
  editNote: 'distillationEvidence.table.editNote',
  undoVerdict: 'distillationEvidence.table.undoVerdict',
  redoVerdict: 'distillationEvidence.table.redoVerdict',
  showHelp: 'distillationEvidence.table.showHelp',
  reload: 'distillationEvidence.table.reload',
};

/** Commands of the views in the activity bar. */
export const VIEW_COMMANDS = {
  addOriginals: 'distillationEvidence.addOriginals',
  addOriginalFiles: 'distillationEvidence.addOriginalFiles',
  addOriginalFolder: 'distillationEvidence.addOriginalFolder',
  removeOriginal: 'distillationEvidence.removeOriginal',
  addControls: 'distillationEvidence.addControls',
  addControlFiles: 'distillationEvidence.addControlFiles',
  addControlFolder: 'distillationEvidence.addControlFolder',
  removeControl: 'distillationEvidence.removeControl',
  setFamily: 'distillationEvidence.setFamily',
  addTemplates: 'distillationEvidence.addTemplates',
  addPublicTexts: 'distillationEvidence.addPublicTexts',
  removeNamed: 'distillationEvidence.removeNamed',
  indexOriginals: 'distillationEvidence.indexOriginals',
  showIndex: 'distillationEvidence.showIndex',
  clearIndex: 'distillationEvidence.clearIndex',
  exportBundle: 'distillationEvidence.exportBundle',
  verifyBundle: 'distillationEvidence.verifyBundle',
  showExclusions: 'distillationEvidence.showExclusions',
  openRun: 'distillationEvidence.openRun',
  rerun: 'distillationEvidence.rerun',
  testRun: 'distillationEvidence.testRun',
  exportReport: 'distillationEvidence.exportReport',
  deleteRun: 'distillationEvidence.deleteRun',
  revealRun: 'distillationEvidence.revealRun',
  compareRuns: 'distillationEvidence.compareRuns',
  closeDifference: 'distillationEvidence.closeDifference',
  openDifference: 'distillationEvidence.openDifference',
  moreDifferences: 'distillationEvidence.moreDifferences',
  moreFindings: 'distillationEvidence.moreFindings',
  groupFindings: 'distillationEvidence.groupFindings',
  refreshViews: 'distillationEvidence.refreshViews',
  compareSample: 'distillationEvidence.compareSample',
} as const;
export type ViewCommandName = keyof typeof VIEW_COMMANDS;

/** The views of the activity bar's container. */
export const VIEWS = {
  originals: 'distillationEvidence.views.originals',
  controls: 'distillationEvidence.views.controls',
  named: 'distillationEvidence.views.named',
  runs: 'distillationEvidence.views.runs',
  findings: 'distillationEvidence.views.findings',
  difference: 'distillationEvidence.views.difference',
} as const;

/** The colour of each kind of match, which package.json contributes and themes can change. */
export const KIND_COLORS: Readonly<Record<Kind, string>> = {
  identical: 'distillationEvidence.identical',
  normalised: 'distillationEvidence.normalised',
  'near-duplicate': 'distillationEvidence.nearDuplicate',
  partial: 'distillationEvidence.partial',
};

/** Settings that are no parameters of a run; those are SETTING_NAMES of the engine. */
export const EDITOR_SETTINGS = {
  codeLens: 'distillationEvidence.codeLens',
  marks: 'distillationEvidence.marks',
  problems: 'distillationEvidence.problems',
  reviewer: 'distillationEvidence.reviewer',
  singleKeys: 'distillationEvidence.singleKeys',
} as const;

/** Inputs of a comparison beside those that are chosen for each. */
export const INPUT_SETTINGS = {
  templates: 'distillationEvidence.templates',
  publicTexts: 'distillationEvidence.publicTexts',
} as const;

/** What a comparison may take of the machine. */
export const MEMORY_SETTING = 'distillationEvidence.memory';

export const CONTEXT_KEYS = {
  /** The panel has the focus of its editor group. */
  panelActive: 'distillationEvidence.panelActive',
  /** Its list or its pair has the focus: keys act on findings. */
  panelKeys: 'distillationEvidence.panelKeys',
  /** The rows or the record of a dataset editor have the focus: keys act on findings. */
  tableKeys: 'distillationEvidence.tableKeys',
  /** There is a run to show. */
  hasRun: 'distillationEvidence.hasRun',
  /** Two runs are compared, in the view of their differences. */
  comparesRuns: 'distillationEvidence.comparesRuns',
} as const;

export const PANEL_VIEW_TYPE = 'distillationEvidence.findings';
/** The dataset editor: for Parquet, which nothing else shows, and as a choice for the other formats. */
export const TABLE_VIEW_TYPES = {
  parquet: 'distillationEvidence.parquetTable',
  dataset: 'distillationEvidence.datasetTable',
} as const;
/** Scheme of the read-only documents that hold one record. */
export const SCHEME = 'distillation-evidence';

/** The language of record documents, whose defaults package.json sets. */
export const RECORD_LANGUAGE = 'distillation-evidence-record';

/** Keys of what is remembered in a workspace. */
export const MEMORY = {
  run: 'currentRun',
  findingsBy: 'findingsBy',
  original: 'originals',
  control: 'controls',
  families: 'controlFamilies',
  previewed: 'previewedOriginals',
  gitignoreOffered: 'gitignoreOffered',
} as const;

/** The variable that makes the extension show a comparison when VS Code starts. */
export const DEMO_VARIABLE = 'DISTILLATION_EVIDENCE_DEMO';
