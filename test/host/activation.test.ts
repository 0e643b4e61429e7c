import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('The extension', () => {
  it('is known to VS Code by its id', () => {
    const extension = vscode.extensions.getExtension('distillation-evidence.distillation-evidence');
    assert.ok(extension, 'not among the extensions');
  });
});
