import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { presets } from '../../core/template/presets.ts';
import { presetName } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';

/** Answers with the text of a preset's read-only document (LSP 3.18, `workspace/textDocumentContent`). */
export function handlePresets({ connection }: Session): void {
  connection.workspace.textDocumentContent.on(({ uri }) => {
    const preset = presets.find(({ name }) => name === presetName(uri));
    if (preset === undefined) {
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no preset at ${uri}`);
    }
    return { text: preset.text };
  });
}
