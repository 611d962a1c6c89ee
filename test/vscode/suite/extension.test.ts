import assert from 'node:assert/strict';
import { extensions } from 'vscode';

suite('extension', () => {
  test('is installed', () => {
    assert.ok(extensions.getExtension('meeting-minutes.vscode-minutes'));
  });
});
