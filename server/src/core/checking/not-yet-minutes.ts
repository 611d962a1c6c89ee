import * as l10n from '@vscode/l10n';
import type { Finding } from '../rules/finding.ts';
import { missingSection } from '../rules/missing-section.ts';
import { missingTitle } from '../rules/missing-title.ts';
import type { RuleContext } from '../rules/rule.ts';
import { joinBlocks } from '../text/insert-block.ts';
import { inOrderOfInsertion } from './insertion-order.ts';

/** From so many absent parts on, a text that has nothing of the template is one finding. */
const fewestAbsent = 3;

/**
 * Returns findings with those of all that is absent as one, where a text has no section of the template at all,
 * such as a page that was just pasted: it lacks nothing by itself, it is not yet minutes.
 */
export function withoutEachAbsent(
  findings: readonly Finding[],
  { match, template }: RuleContext,
): readonly Finding[] {
  if (match.sections.length + match.teams.length > 0) return findings;
  const absent = findings.filter(
    ({ rule, severity }) =>
      severity === 'warning' && (rule === missingTitle.id || rule === missingSection.id),
  );
  const [first] = absent;
  if (first === undefined || absent.length < fewestAbsent) return findings;
  const fixes = inOrderOfInsertion(absent).flatMap((each) => each.fixes.slice(0, 1));
  const names = match.missing.map(({ expected }) => `“${expected.name}”`);
  const whole: Finding = {
    rule: missingSection.id,
    severity: 'warning',
    message: l10n.t(
      'These are not yet minutes of the template “{0}”, which requires {1}',
      template.name,
      names.join(', '),
    ),
    range: first.range,
    related: absent.flatMap(({ related }) => related),
    fixes: [
      {
        title: l10n.t('Insert all that is missing'),
        safe: fixes.every(({ safe }) => safe),
        edits: joinBlocks(fixes.flatMap(({ edits }) => edits)),
      },
    ],
  };
  return findings.flatMap((finding) =>
    finding === first ? [whole] : absent.includes(finding) ? [] : [finding],
  );
}
