import { carriesName } from '../../matching/carried-name.ts';
import { isNamed } from '../../matching/heading-match.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { matchPath } from '../../template/file-name-pattern.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Returns whether minutes seem to be of another kind of meeting than their template's, or of another form:
 * neither their file name nor their title is as it says, and they lack half of the required sections;
 * or the title is not, and they lack three quarters, for many file names are only a date.
 */
export function isOtherMeeting(context: RuleContext): boolean {
  const { match, template, fileName } = context;
  if (match.missing.length === 0) return false;
  const { fileNames } = template.options;
  const title = template.sections.find(({ kind }) => kind === 'title');
  const namesMeeting = title !== undefined && isNamed(title);
  // Where the template says nothing of names, what the minutes lack alone shows no other meeting.
  if (fileNames.length === 0 && !namesMeeting) return false;
  const hasTitle = match.sections.some(
    ({ expected, kind, section }) =>
      expected === title && kind === 'exact' && !carriesName(section.heading.text, expected),
  );
  const hasFileName = fileName !== null && matchPath(fileNames, fileName) !== null;
  if (hasTitle || (hasFileName && !namesMeeting)) return false;
  return lacks(context, hasFileName ? 0.75 : 0.5);
}

/** Returns whether a share of the required sections is missing. */
function lacks({ match, template }: RuleContext, share: number): boolean {
  const required = requiredSections(template.sections);
  const missing = match.missing.flatMap(({ expected, present }) =>
    expected.kind === 'title'
      ? []
      : requiredSections([expected]).filter((section) => !present.has(section)),
  );
  return missing.length > 0 && missing.length >= required.length * share;
}

/** Returns the required sections besides the title, none of them below an optional one. */
function requiredSections(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return sections.flatMap((section) => {
    const below = section.required ? requiredSections(section.children) : [];
    return section.required && section.kind !== 'title' ? [section, ...below] : below;
  });
}
