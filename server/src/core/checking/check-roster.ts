import * as l10n from '@vscode/l10n';
import { readRosterFile } from '../template/parse-roster.ts';
import type { Template, TemplateProblem } from '../template/template.ts';
import type { Finding } from '../rules/finding.ts';
import { invalidTemplate } from '../rules/invalid-template.ts';

/** Returns the findings of a roster file in document order. */
export function checkRosterFile(text: string): readonly Finding[] {
  return readRosterFile(text).problems.map(findingOfFile);
}

/** Returns the finding of a problem in a file that is beside templates. */
export function findingOfFile({ rule, message, range, fix }: TemplateProblem): Finding {
  return {
    rule,
    severity: 'error',
    message,
    range,
    related: [],
    fixes: fix === null ? [] : [{ ...fix, safe: true }],
  };
}

/** Returns the finding of a template whose roster file can't be read, at the place that names it. */
export function absentRosterFile({ text, options: { rosterFile } }: Template): Finding {
  const named = /(?<=^roster:[ \t]*)\S.*?(?=[ \t]*$)/m.exec(text);
  const start = named?.index ?? 0;
  return {
    rule: invalidTemplate.id,
    severity: 'error',
    message: l10n.t('The roster file “{0}” doesn’t exist or can’t be read', rosterFile ?? ''),
    range: { start, end: start + (named?.[0].length ?? 0) },
    related: [],
    fixes: [],
  };
}
