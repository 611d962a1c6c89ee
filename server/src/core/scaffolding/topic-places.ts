import type { Matcher } from '../matching/matcher.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { isTopic } from './carried-over.ts';

/** Where a template has topics: in the list of an agenda, as headings, or both. */
export interface TopicPlaces {
  readonly agenda: TemplateSection | null;
  readonly heading: TemplateSection | null;
}

/** Returns where a template has the topics of a meeting. */
export function topicPlaces({ sections }: Pick<Matcher, 'sections'>): TopicPlaces {
  return {
    agenda: findSection(sections, ({ agenda }) => agenda),
    heading: findSection(sections, isTopic),
  };
}

function findSection(
  sections: readonly TemplateSection[],
  isWanted: (section: TemplateSection) => boolean,
): TemplateSection | null {
  for (const section of sections) {
    const found = isWanted(section) ? section : findSection(section.children, isWanted);
    if (found !== null) return found;
  }
  return null;
}

/** Returns what a template calls its agenda. */
export function agendaNames(template: Pick<Matcher, 'sections'>): readonly string[] {
  const { agenda } = topicPlaces(template);
  return agenda === null ? [] : [agenda.name, ...agenda.aliases];
}
