import type { ModelSection, ModelTemplate } from './outline-model.ts';
import { pick, type Random, type WrittenSection } from './outline-minutes.ts';

/** One way to break minutes, and the minutes after it. */
export interface BrokenMinutes {
  readonly way: 'absent' | 'misspelled' | 'moved' | 'doubled' | 'level';
  readonly name: string;
  readonly sections: readonly WrittenSection[];
}

/** Returns minutes in which one required section of a literal name is broken in one way; null where there is none. */
export function breakMinutes(
  template: ModelTemplate,
  sections: readonly WrittenSection[],
  random: Random,
): BrokenMinutes | null {
  const names = namesIn(template.sections);
  const places = placesIn(sections, null).filter(({ section }) => isBreakable(section, names));
  if (places.length === 0) return null;
  const place = pick(places, random);
  const breaks = [absent, misspelled, moved, doubled, otherLevel].flatMap((each) => {
    const broken = each(place, random);
    return broken === null ? [] : [broken];
  });
  const { way, siblings } = pick(breaks, random);
  return {
    way,
    name: place.section.content,
    sections: replaceSiblings(sections, place.siblings, siblings),
  };
}

/** A section among its siblings. */
interface Place {
  readonly section: WrittenSection;
  readonly siblings: readonly WrittenSection[];
  readonly parent: WrittenSection | null;
}

type Break = Pick<BrokenMinutes, 'way'> & { readonly siblings: readonly WrittenSection[] };

function placesIn(
  siblings: readonly WrittenSection[],
  parent: WrittenSection | null,
): readonly Place[] {
  return siblings.flatMap((section) => [
    { section, siblings, parent },
    ...placesIn(section.children, section),
  ]);
}

/** Tells whether a section is required once, and the template has its name only here. */
function isBreakable({ model }: WrittenSection, names: readonly string[]): boolean {
  if (model?.kind !== 'literal' || model.optional || model.repeat !== null) return false;
  return [model.heading, ...model.aliases].every(
    (name) => names.filter((other) => other === name).length === 1,
  );
}

function namesIn(sections: readonly ModelSection[]): readonly string[] {
  return sections.flatMap(({ heading, aliases, children }) => [
    heading,
    ...aliases,
    ...namesIn(children),
  ]);
}

function absent({ section, siblings }: Place): Break {
  return { way: 'absent', siblings: siblings.filter((each) => each !== section) };
}

function misspelled({ section, siblings }: Place): Break | null {
  const [word = ''] = /[A-Za-z]{6,}/.exec(section.content) ?? [];
  const [first = '', second = '', third = '', ...rest] = Array.from(word);
  if (word === '' || second === third || section.content.includes('](')) return null;
  const slip = [first, third, second, ...rest].join('');
  const content = section.content.replace(word, slip);
  return { way: 'misspelled', siblings: replace(siblings, section, [{ ...section, content }]) };
}

function moved({ section, siblings, parent }: Place, random: Random): Break | null {
  if (parent?.model?.anyOrder === true) return null;
  const others = siblings.filter((each) => each !== section);
  const place = siblings.indexOf(section);
  const targets = [...others.keys(), others.length].filter((target) => {
    const passed = others.slice(Math.min(target, place), Math.max(target, place));
    return passed.some(
      ({ model }) => model?.kind === 'literal' && model.heading !== section.model?.heading,
    );
  });
  const isLevel = siblings.every(({ level }) => level === section.level);
  if (targets.length === 0 || !isLevel) return null;
  const target = pick(targets, random);
  return { way: 'moved', siblings: [...others.slice(0, target), section, ...others.slice(target)] };
}

function doubled({ section, siblings }: Place): Break {
  return { way: 'doubled', siblings: replace(siblings, section, [section, section]) };
}

function otherLevel({ section, siblings, parent }: Place, random: Random): Break | null {
  const change = pick([-1, 1], random);
  const level = section.level + change;
  if (parent === null || level < 1 || level > 6 || section.setext) return null;
  // What is deeper than a team is part of its update, whatever it is called.
  const before = siblings[siblings.indexOf(section) - 1];
  if (change === 1 && before?.model?.kind === 'team') return null;
  return { way: 'level', siblings: replace(siblings, section, [{ ...section, level }]) };
}

function replace(
  siblings: readonly WrittenSection[],
  section: WrittenSection,
  by: readonly WrittenSection[],
): readonly WrittenSection[] {
  return siblings.flatMap((each) => (each === section ? by : [each]));
}

function replaceSiblings(
  sections: readonly WrittenSection[],
  siblings: readonly WrittenSection[],
  by: readonly WrittenSection[],
): readonly WrittenSection[] {
  if (sections === siblings) return by;
  return sections.map((each) => ({
    ...each,
    children: replaceSiblings(each.children, siblings, by),
  }));
}
