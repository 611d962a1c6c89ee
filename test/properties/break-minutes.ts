import type { ModelSection, ModelTemplate } from './outline-model.ts';
import { ornamentsOf, type WrittenMinutes, type WrittenSection } from './outline-minutes.ts';
import { pick, type Random } from './random.ts';

/** One way to break minutes, and the minutes after it. */
export interface BrokenMinutes {
  readonly way: 'absent' | 'misspelled' | 'moved' | 'elsewhere' | 'doubled' | 'level' | 'bold';
  readonly name: string;
  readonly minutes: WrittenMinutes;
}

/** Returns minutes in which one required section of a literal name, or one team of the roster, is broken in one way; null where there is none. */
export function breakMinutes(
  template: ModelTemplate,
  minutes: WrittenMinutes,
  random: Random,
): BrokenMinutes | null {
  const names = namesIn(template.sections);
  const all = placesIn(minutes.sections, null, null);
  const places = all.filter(({ section, parent }) =>
    section.team === null
      ? isBreakable(section, names) && !isRelease(section, parent)
      : all.filter((other) => other.section.team === section.team).length === 1,
  );
  if (places.length === 0) return null;
  const place = pick(places, random);
  const ways = place.section.team === null ? sectionBreaks : teamBreaks;
  const breaks = ways.flatMap((each) => {
    const broken = each(place, random, minutes.sections);
    return broken === null ? [] : [broken];
  });
  if (breaks.length === 0) return null;
  const { way, sections } = pick(breaks, random);
  return { way, name: place.section.content, minutes: { ...minutes, sections } };
}

/** A section among its siblings. */
interface Place {
  readonly section: WrittenSection;
  readonly siblings: readonly WrittenSection[];
  readonly parent: WrittenSection | null;
  /** The team in whose update it is. */
  readonly update: WrittenSection | null;
}

type Break = Pick<BrokenMinutes, 'way'> & { readonly sections: readonly WrittenSection[] };
type BreakWay = (place: Place, random: Random, sections: readonly WrittenSection[]) => Break | null;

function placesIn(
  siblings: readonly WrittenSection[],
  parent: WrittenSection | null,
  update: WrittenSection | null,
): readonly Place[] {
  return siblings.flatMap((section) => [
    { section, siblings, parent, update },
    ...placesIn(section.children, section, section.model?.kind === 'team' ? section : update),
  ]);
}

/** Tells whether a section is required once, and the template has its name only here. */
function isBreakable({ model, content }: WrittenSection, names: readonly string[]): boolean {
  if (model?.kind !== 'literal' || model.optional || model.repeat !== null) return false;
  if (!isNamed({ model, content })) return false;
  return [model.heading, ...model.aliases].every(
    (name) => names.filter((other) => other === name).length === 1,
  );
}

/** Tells whether a section is a release, which is never required: a code span below a team. */
function isRelease({ model }: WrittenSection, parent: WrittenSection | null): boolean {
  return parent?.model?.kind === 'team' && model?.heading.startsWith('`') === true;
}

/** Tells whether a heading is a literal name of its section, and nothing that other placeholders fit, too. */
function isNamed({ model, content }: Pick<WrittenSection, 'model' | 'content'>): boolean {
  if (model?.kind !== 'literal') return false;
  const { heading, aliases } = model;
  return [heading, ...ornamentsOf(heading), ...aliases].includes(content);
}

function namesIn(sections: readonly ModelSection[]): readonly string[] {
  return sections.flatMap(({ heading, aliases, children }) => [
    heading,
    ...aliases,
    ...namesIn(children),
  ]);
}

/** Without their title, minutes lack all that is below it, too. */
const absent: BreakWay = ({ section, parent }, _, sections) =>
  parent === null && section.children.length > 0
    ? null
    : { way: 'absent', sections: replaced(sections, section, []) };

const misspelled: BreakWay = ({ section }, _, sections) => {
  const [word = ''] = /[A-Za-z]{6,}/.exec(section.team?.name ?? section.content) ?? [];
  const [first = '', second = '', third = '', ...rest] = Array.from(word);
  if (word === '' || second === third || section.content.includes('](')) return null;
  const slip = [first, third, second, ...rest].join('');
  const content = section.content.replace(word, slip);
  return { way: 'misspelled', sections: replaced(sections, section, [{ ...section, content }]) };
};

const moved: BreakWay = ({ section, siblings, parent }, random, sections) => {
  if (parent?.model?.anyOrder === true) return null;
  const others = siblings.filter((each) => each !== section);
  const place = siblings.indexOf(section);
  const targets = [...others.keys(), others.length].filter((target) => {
    const passed = others.slice(Math.min(target, place), Math.max(target, place));
    return passed.some((each) => isNamed(each) && each.model?.heading !== section.model?.heading);
  });
  const isLevel = siblings.every(({ level }) => level === section.level);
  if (targets.length === 0 || !isLevel) return null;
  const target = pick(targets, random);
  const inOrder = [...others.slice(0, target), section, ...others.slice(target)];
  return { way: 'moved', sections: withSiblings(sections, siblings, inOrder) };
};

/** Moves a section below another parent of the level of its own; not into the update of another team, whose text is that team's own. */
const elsewhere: BreakWay = ({ section, parent, update }, random, sections) => {
  if (parent === null || section.model?.eitherLevel === true) return null;
  const parents = placesIn(sections, null, null)
    .filter((place) => place.update === null || place.update === update)
    .map((place) => place.section)
    .filter(
      (each) =>
        each.level === section.level - 1 &&
        each !== parent &&
        each.model !== null &&
        each.model.kind !== 'team' &&
        each.model !== parent.model &&
        !each.model.closed &&
        // What is below a section at the other of its levels is at another level with it.
        !each.model.eitherLevel,
    );
  if (parents.length === 0) return null;
  const target = pick(parents, random);
  const without = replaced(sections, section, []);
  const added = { ...target, children: [...target.children, section] };
  return { way: 'elsewhere', sections: replaced(without, target, [added]) };
};

const doubled: BreakWay = ({ section }, _, sections) => ({
  way: 'doubled',
  sections: replaced(sections, section, [section, section]),
});

const otherLevel: BreakWay = ({ section, siblings, parent }, random, sections) => {
  const change = pick([-1, 1], random);
  const level = section.level + change;
  if (parent === null || level < 1 || level > 6 || section.setext) return null;
  if (section.bold !== null) return null;
  if (section.model?.eitherLevel === true) return null;
  // What is deeper than a team is part of its update, whatever it is called.
  const before = siblings[siblings.indexOf(section) - 1];
  if (change === 1 && before?.model?.kind === 'team') return null;
  return { way: 'level', sections: replaced(sections, section, [{ ...section, level }]) };
};

/** Writes a section without others below it as a bold line in the text of what is before it. */
const bold: BreakWay = ({ section, siblings, parent }, _, sections) => {
  const before = siblings[siblings.indexOf(section) - 1];
  if (parent === null || section.children.length > 0 || /[*_`[]/.test(section.content)) return null;
  if (section.bold !== null) return null;
  if (before !== undefined && before.children.length > 0) return null;
  const host = before ?? parent;
  // In the text of another section that has them, too, the fields are that one's.
  const labels = host.model?.fields.map(({ label }) => label) ?? [];
  if (section.model?.fields.some(({ label }) => labels.includes(label)) === true) return null;
  const body = [host.body, `**${section.content}**`, section.body].filter((each) => each !== '');
  const written = { ...host, body: body.join('\n\n') };
  return {
    way: 'bold',
    sections:
      before === undefined
        ? replaced(sections, parent, [{ ...written, children: siblings.slice(1) }])
        : withSiblings(
            sections,
            siblings,
            siblings.flatMap((each) =>
              each === section ? [] : [each === before ? written : each],
            ),
          ),
  };
};

const sectionBreaks = [absent, misspelled, moved, elsewhere, doubled, otherLevel, bold];
const teamBreaks = [absent, misspelled, doubled];

function replaced(
  sections: readonly WrittenSection[],
  section: WrittenSection,
  by: readonly WrittenSection[],
): readonly WrittenSection[] {
  if (sections.includes(section)) {
    return sections.flatMap((each) => (each === section ? by : [each]));
  }
  return sections.map((each) => {
    const children = replaced(each.children, section, by);
    return children.every((child, index) => child === each.children[index]) &&
      children.length === each.children.length
      ? each
      : { ...each, children };
  });
}

function withSiblings(
  sections: readonly WrittenSection[],
  siblings: readonly WrittenSection[],
  by: readonly WrittenSection[],
): readonly WrittenSection[] {
  if (sections === siblings) return by;
  return sections.map((each) => ({
    ...each,
    children: withSiblings(each.children, siblings, by),
  }));
}
