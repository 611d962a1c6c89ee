import type { CheckInput } from '../core/checking/check-minutes.ts';
import type { ReportDetail } from './formats/format.ts';
import type { FormatName } from './formats/formats.ts';
import type { Severity } from '../core/template/severity.ts';

/** The options that all commands over documents share. */
export interface RunOptions extends ReportDetail {
  /** The paths that were given. */
  readonly paths?: readonly string[];
  readonly template?: string;
  /** Where the reports go, in which form; one or more. */
  readonly outputs: readonly Output[];
  readonly profile: CheckInput['profile'];
  readonly today?: string;
  /** The lowest severity that is shown; where it is left out, warnings are, and all findings of named rules. */
  readonly minSeverity?: Severity;
  /** The lowest severity that makes the exit code 1; that which is shown where absent. */
  readonly failOn?: Severity | 'never';
  readonly rule?: readonly string[];
  /** Severities of rules, each as `rule=severity`. */
  readonly severity?: readonly string[];
  readonly stdinFilename?: string;
  /** Whether what git ignores is left out; by default it is. */
  readonly ignore?: boolean;
  /** Globs of what is left out. */
  readonly exclude?: readonly string[];
  /** Whether what the baseline knows is left out; by default it is. */
  readonly baseline?: boolean;
  /** Revision whose merge base with the checked out commit the minutes are compared with. */
  readonly base?: string;
}

/** The options of `minutes check`. */
export interface CheckRunOptions extends RunOptions {
  /** Revision whose merge base with the checked out commit had the findings that are left out. */
  readonly newSince?: string;
  /** Whether what changes is checked again until the user ends it. */
  readonly watch?: boolean;
  /** Whether results are kept between runs; by default they are. */
  readonly cache?: boolean;
  /** The folder in which they are kept. */
  readonly cacheLocation?: string;
}

/** A form of the reports, and where it goes. */
export interface Output {
  readonly format: FormatName;
  /** Path of a file; null for the standard output. */
  readonly file: string | null;
}

/** Returns whether a person reads the standard output. */
export function isForPeople(outputs: readonly Output[]): boolean {
  return outputs.some(({ format, file }) => format === 'pretty' && file === null);
}

/** Returns the options that a next command about the same documents repeats. */
export function repeatedOptions({
  template,
  profile,
  today,
  base,
  exclude = [],
  ignore = true,
  minSeverity,
  rule = [],
  severity = [],
}: RunOptions): readonly string[] {
  const named = { template, today, base, 'min-severity': minSeverity };
  return [
    ...Object.entries(named).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    ),
    ...(profile === 'auto' ? [] : ['--profile', profile]),
    ...rule.flatMap((id) => ['--rule', id]),
    ...severity.flatMap((each) => ['--severity', each]),
    ...exclude.flatMap((glob) => ['--exclude', glob]),
    ...(ignore ? [] : ['--no-ignore']),
  ];
}
