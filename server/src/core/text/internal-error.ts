import * as l10n from '@vscode/l10n';

/** A defect of the program itself, as the user sees it. */
export interface InternalError {
  /** One line that says what failed. */
  readonly message: string;
  /** What was thrown, with its stack, for the log. */
  readonly details: string;
}

/** Returns what is reported of an error thrown by a part of the program, such as a rule. */
export function internalError(part: string, thrown: unknown): InternalError {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const [line = ''] = reason.split('\n');
  return {
    message: l10n.t('Internal error (please report): {0} failed: {1}', part, line.slice(0, 200)),
    details: thrown instanceof Error ? (thrown.stack ?? reason) : reason,
  };
}
