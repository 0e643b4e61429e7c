import * as assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { KeysContext } from '../../src/host/panel/keysContext.js';

/** An editor of which the test says what VS Code says. */
class FakeView {
  active = true;
  visible = true;
  readonly #changed = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly onDidChangeViewState = this.#changed.event;
  readonly onDidDispose = this.#disposed.event;

  become(state: { active: boolean; visible: boolean }): void {
    Object.assign(this, state);
    this.#changed.fire({} as vscode.WebviewPanelOnDidChangeViewStateEvent);
  }

  dispose(): void {
    this.#disposed.fire();
  }
}

describe('The context key of keys', () => {
  let value: boolean;
  let keys: KeysContext;
  beforeEach(() => {
    value = false;
    keys = new KeysContext('none', (to) => (value = to));
  });

  it('is true while keys act in the active view', () => {
    const view = new FakeView();
    const tell = keys.watch(view);
    tell(true);
    assert.equal(value, true);
    tell(false);
    assert.equal(value, false);
    tell(true);
    view.become({ active: false, visible: true });
    assert.equal(value, false);
  });

  it('waits for VS Code to call the view active', () => {
    const view = new FakeView();
    view.active = false;
    keys.watch(view)(true);
    assert.equal(value, false);
    view.become({ active: true, visible: true });
    assert.equal(value, true);
  });

  it('is false after the view was hidden, until its new page tells, and after it was disposed', () => {
    const view = new FakeView();
    const tell = keys.watch(view);
    tell(true);
    view.become({ active: false, visible: false });
    view.become({ active: true, visible: true });
    assert.equal(value, false);
    tell(true);
    view.dispose();
    assert.equal(value, false);
  });

  it('stays with the view that has it, whatever another one tells late', () => {
    const left = new FakeView();
    const right = new FakeView();
    const tell = keys.watch(left);
    tell(true);
    left.become({ active: false, visible: true });
    keys.watch(right)(true);
    tell(false);
    assert.equal(value, true);
    left.become({ active: false, visible: false });
    left.dispose();
    assert.equal(value, true);
    right.dispose();
    assert.equal(value, false);
  });
});
