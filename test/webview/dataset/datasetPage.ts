/** The dataset editor's app, for the pages of the harness. */
import type { AppUnderTest } from '../harness/panelPage.js';

export const DATASET: AppUnderTest = {
  app: 'src/webview/dataset/main.ts',
  fakeHost: 'test/webview/dataset/fakeHost.ts',
  styles: ['panel.css', 'dataset.css'],
  ready: '.grid-row, .word',
  loading: '.grid-row.loading',
};
