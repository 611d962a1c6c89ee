import type { Finding } from '../rules/finding.ts';
import type { Report, Rule } from '../rules/rule.ts';
import { internalError } from '../text/internal-error.ts';

/** Returns what a rule reports; where it fails, a report of that, so that the other rules are heard. */
export function reportsOrFailure(rule: Rule, check: () => readonly Report[]): readonly Report[] {
  try {
    return check();
  } catch (error) {
    return [failedCheck(rule.id, error)];
  }
}

/** Returns the finding that a document could not be checked at all. */
export function failedDocument(error: unknown): Finding {
  return { rule: 'internal-error', ...failedCheck('the check', error) };
}

/** Returns the report that a part of the program failed. */
export function failedCheck(part: string, error: unknown): Report & { readonly severity: 'error' } {
  const { message, details } = internalError(part, error);
  return {
    severity: 'error',
    message,
    range: { start: 0, end: 0 },
    related: [],
    fixes: [],
    failure: details,
  };
}
