import { flattenSections, type Section } from '../minutes/outline.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { allSections, isNamed } from './heading-match.ts';
import { namedBy, type Recognition, type Recognizer } from './recognize-heading.ts';

/** Returns the sections whose names no heading of their own level has, or fits: a heading of such a name is not a team's. */
export function displacedSections(
  outline: readonly Section[],
  template: Template,
  { recognize }: Recognizer,
): ReadonlySet<TemplateSection> {
  const displaced = new Set(
    allSections(template).filter(({ team, kind }) => team === null && kind !== 'release'),
  );
  for (const { heading, depth } of flattenSections(outline)) {
    for (const named of wordedBy(recognize(heading.text))) {
      if (named.depth === depth) displaced.delete(named);
    }
  }
  return displaced;
}

/** Returns the sections of which a heading has the name, or the words beside their placeholders. */
export function wordedBy(recognition: Recognition): readonly TemplateSection[] {
  return [...namedBy(recognition), ...recognition.fits.filter(isNamed)];
}
