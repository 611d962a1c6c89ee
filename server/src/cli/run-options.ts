import type { CheckInput } from '../core/checking/check-minutes.ts';
import type { Severity } from '../core/template/severity.ts';

/** The options that all commands over documents share. */
export interface RunOptions {
  readonly template?: string;
  readonly format: 'pretty' | 'json';
  readonly profile: CheckInput['profile'];
  readonly today?: string;
  readonly minSeverity: Severity;
  readonly rule?: readonly string[];
  readonly stdinFilename?: string;
  /** Revision whose merge base with the checked out commit the minutes are compared with. */
  readonly base?: string;
}
