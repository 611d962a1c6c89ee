import { isNamed } from '../../matching/heading-match.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { matchPath } from '../../template/file-name-pattern.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Tells whether minutes seem to be of another kind of meeting than their template's:
 * neither their file name nor their title is as it says, and they lack half of the required sections.
 */
export function isOtherMeeting(context: RuleContext): boolean {
  return !isNamedAsTemplateSays(context) && lacksHalf(context);
}

/** Also where the template says nothing of names: what the minutes lack alone shows no other meeting. */
function isNamedAsTemplateSays({ fileName, match, template }: RuleContext): boolean {
  const { fileNames } = template.options;
  const title = template.sections.find(({ kind }) => kind === 'title');
  if (fileNames.length === 0 && (title === undefined || !isNamed(title))) return true;
  if (fileName !== null && matchPath(fileNames, fileName) !== null) return true;
  return match.sections.some(
    ({ expected, kind }) => expected === title && ['exact', 'misspelled'].includes(kind),
  );
}

function lacksHalf({ match, template }: RuleContext): boolean {
  const required = requiredSections(template.sections);
  const missing = match.missing.flatMap(({ expected, present }) =>
    requiredSections([expected]).filter((section) => !present.has(section)),
  );
  return missing.length > 0 && missing.length * 2 >= required.length;
}

/** Returns the required sections besides the title, none of them below an optional one. */
function requiredSections(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return sections.flatMap((section) => {
    const below = section.required ? requiredSections(section.children) : [];
    return section.required && section.kind !== 'title' ? [section, ...below] : below;
  });
}
