import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('In a restricted workspace, the extension', () => {
  it('is still offered', () => {
    assert.equal(vscode.workspace.isTrusted, false, 'the workspace is trusted');
    assert.ok(vscode.extensions.getExtension('distillation-evidence.distillation-evidence'));
  });
});
