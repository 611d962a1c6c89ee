import * as l10n from '@vscode/l10n';
import type { Section } from '../../minutes/outline.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import type { Report, RuleContext } from '../rule.ts';

/** Returns the reports on sections that hold nothing although the template refines them as `not-empty`. */
export function reportUnfilledSections({ match, minutes }: RuleContext): readonly Report[] {
  const isUnfilled = (found: SectionOfTemplate): boolean =>
    found.expected.notEmpty && isEmpty(found.section, minutes.text);
  return [...match.sections.filter(isUnfilled), ...match.teams.filter(isUnfilled)].map(
    reportSection,
  );
}

interface SectionOfTemplate {
  readonly expected: TemplateSection;
  readonly section: Section;
}

/** Comments are nothing that readers see. */
function isEmpty({ heading, range }: Section, text: string): boolean {
  const body = text.slice(heading.range.end, range.end);
  return body.replace(/<!--[^]*?-->/g, '').trim() === '';
}

function reportSection({ expected, section }: SectionOfTemplate): Report {
  return {
    message: l10n.t('“{0}” is empty, but the template requires content', section.heading.text),
    range: section.heading.contentRange,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('“{0}” in the template', expected.name),
      },
    ],
    fixes: [],
  };
}
