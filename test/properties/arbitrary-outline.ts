import fc from 'fast-check';
import {
  aliases,
  bodies,
  dateFormats,
  dateLines,
  fieldForms,
  fieldLabels,
  fieldValues,
  fileNames,
  frontMatterFormats,
  named,
  names,
  exampleForms,
  exampleTeams,
  teamForms,
  titles,
} from './outline-words.ts';
import type { ModelField } from './outline-fields.ts';
import type { ModelSection, ModelTeam, ModelTemplate } from './outline-model.ts';

/** A section before it is known what it may be beside its siblings. */
interface Draft extends Omit<
  ModelSection,
  'aliases' | 'optional' | 'repeat' | 'children' | 'examples'
> {
  readonly alias: string | null;
  /** The form in which the template shows teams in place of a heading with placeholders. */
  readonly exampleForm: string | null;
  readonly presence: 'required' | 'optional' | 'repeat' | 'limited' | 'twice';
}

const weighted = <T>(...options: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...options.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const asKind =
  (kind: Draft['kind']) =>
  (heading: string): Pick<Draft, 'heading' | 'kind'> => ({ heading, kind });

const heading: fc.Arbitrary<Pick<Draft, 'heading' | 'kind'>> = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom(...names).map(asKind('literal')) },
  { weight: 4, arbitrary: fc.constantFrom(...named).map(asKind('named')) },
  { weight: 3, arbitrary: fc.constant(asKind('text')('{text}')) },
  { weight: 1, arbitrary: fc.constant(asKind('number')('{number}')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...dateFormats).map((format) => asKind('date')(`{date:${format}}`)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...teamForms).map(asKind('team')) },
);

const field: fc.Arbitrary<ModelField> = fc.record({
  label: fc.constantFrom(...fieldLabels),
  form: fc.constantFrom(...fieldForms),
  value: fc.constantFrom(...fieldValues),
});

const fields = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(field, {
      selector: ({ label }) => label,
      minLength: 1,
      maxLength: 3,
    }),
  },
);

const draft: fc.Arbitrary<Draft> = fc
  .tuple(
    heading,
    fc.record({
      alias: fc.option(fc.constantFrom(...aliases), { freq: 6 }),
      presence: weighted<Draft['presence']>(
        [12, 'required'],
        [4, 'optional'],
        [4, 'repeat'],
        [2, 'limited'],
        [1, 'twice'],
      ),
      anyOrder: weighted([6, false], [1, true]),
      closed: weighted([8, false], [1, true]),
      step: weighted([8, 1], [1, 2]),
      eitherLevel: weighted([12, false], [1, true]),
      setext: weighted([5, false], [1, true]),
      bold: weighted([8, false], [1, true]),
      exampleForm: fc.constantFrom(null, null, ...exampleForms),
      roster: fc.boolean(),
      body: fc.constantFrom(...bodies),
      fields,
      dateLine: fc.option(fc.constantFrom(...dateLines), { freq: 20 }),
    }),
  )
  .map(([own, rest]) => ({ ...own, ...rest }));

/** Sibling sections with their children, down to so many levels. */
function siblings(levels: number, maxLength: number): fc.Arbitrary<readonly ModelSection[]> {
  const children = levels === 0 ? fc.constant([]) : siblings(levels - 1, 3);
  const node = fc.tuple(draft, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, children));
  return fc
    .array(node, { maxLength })
    .map((all) => inLevels(all.map(([own, below]) => toSection(own, below))));
}

/** What is deeper can only be beside something if it is before it, and bold lines if they are before all headings, of which none is deeper. */
function inLevels(sections: readonly ModelSection[]): readonly ModelSection[] {
  const teams = sections.filter(({ kind }) => kind === 'team');
  const isEven = sections.every(({ step }) => step === 1);
  return sections
    .filter((section) => section.kind !== 'team' || section === teams[0])
    .map((section) => ({ ...section, bold: section.bold && isEven }))
    .sort((a, b) => Number(b.bold) - Number(a.bold) || b.step - a.step);
}

function toSection(own: Draft, children: readonly ModelSection[]): ModelSection {
  const { presence, alias, exampleForm, ...rest } = own;
  const isTeam = own.kind === 'team';
  const isExample = isTeam && exampleForm !== null;
  const anyOrder = own.anyOrder && children.length > 1 && children.every(({ step }) => step === 1);
  const bold = own.bold && own.kind === 'literal' && children.length === 0 && isPlain(own.heading);
  return {
    ...rest,
    heading: isExample ? exampleForm : own.heading,
    bold,
    examples: isExample ? exampleTeams : [],
    roster: own.roster && isExample,
    eitherLevel: own.eitherLevel && children.length === 0 && own.step === 1 && !isTeam && !bold,
    aliases: alias === null || own.kind !== 'literal' ? [] : [alias],
    optional: !isTeam && presence === 'optional',
    repeat: isTeam || presence === 'required' || presence === 'optional' ? null : repeats[presence],
    anyOrder,
    closed: own.closed && children.length > 0 && !isExample,
    fields: isExample ? [] : own.fields,
    dateLine: isTeam ? null : own.dateLine,
    children: isExample ? [] : childrenOf(children, isTeam, anyOrder),
  };
}

/** A bold line is below the heading before it, so that it can't be in any order with headings. */
function childrenOf(
  children: readonly ModelSection[],
  isTeam: boolean,
  anyOrder: boolean,
): readonly ModelSection[] {
  return children
    .filter(({ kind }) => !isTeam || kind !== 'team')
    .map((child) => ({ ...child, bold: child.bold && !anyOrder }));
}

/** Tells whether a name has no marks of its own, so that it can be bold. */
function isPlain(name: string): boolean {
  return /^[\p{L}\p{N}’?!& ]+$/u.test(name);
}

const repeats = {
  repeat: { min: 1, max: Infinity },
  limited: { min: 0, max: 3 },
  twice: { min: 2, max: 2 },
} as const;

const roster: fc.Arbitrary<readonly ModelTeam[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.subarray<ModelTeam>(
      [
        { name: 'Crane', lead: 'Ada Quill', status: null },
        { name: 'Tide Gauge', lead: 'Bo Reed', status: 'incubating' },
        { name: 'Sails', lead: 'Cy Marsh', status: null },
        { name: 'Lighthouse', lead: 'Di Oak', status: null },
      ],
      { minLength: 1 },
    ),
  },
);

/** A title that holds all sections, sections at the top, or several at level 1. */
export const arbitraryOutline: fc.Arbitrary<ModelTemplate> = fc
  .record({
    title: fc.oneof(
      { weight: 5, arbitrary: fc.constant<string | null>('Weekly {date}') },
      { weight: 5, arbitrary: fc.constantFrom(...titles) },
      { weight: 2, arbitrary: fc.constant(null) },
    ),
    titleFields: fields,
    titleAlias: fc.option(
      fc.constantFrom('Call of {date:MMMM D, YYYY}', 'Special meeting', '{number}. Gathering'),
      { freq: 8 },
    ),
    titleLine: fc.option(fc.constantFrom(...dateLines), { freq: 12 }),
    sections: siblings(2, 6),
    setext: fc.boolean(),
    topLevel: fc.constantFrom(1, 2, 2),
    teams: roster,
    fileName: fc.option(fc.constantFrom(...fileNames), { freq: 3 }),
    frontMatterDate: fc.option(fc.constantFrom(...frontMatterFormats), { freq: 8 }),
    locale: weighted<ModelTemplate['locale']>([6, 'en'], [1, 'de']),
  })
  .map(
    ({ title, titleFields, titleAlias, titleLine, sections: all, setext, topLevel, ...rest }) => {
      const sections = withOneTeam(all, rest.teams.length > 0);
      if (title === null) {
        const headings = sections.map((section) => ({ ...section, bold: false }));
        return { ...rest, sections: withinLevels(headings, topLevel), level: topLevel };
      }
      const root: ModelSection = {
        heading: title,
        kind: title === '{text}' ? 'text' : title.includes('{') ? 'named' : 'literal',
        aliases: titleAlias === null || title === '{text}' ? [] : [titleAlias],
        optional: false,
        repeat: null,
        anyOrder: false,
        closed: false,
        step: 1,
        eitherLevel: false,
        setext,
        bold: false,
        examples: [],
        roster: false,
        body: 'nothing',
        fields: titleFields,
        dateLine: titleLine,
        children: withinLevels(sections, 2),
      };
      return { ...rest, sections: [root], level: 1 };
    },
  );

/** Leaves out what would be below level 6, and examples of teams at a level at which they are no examples. */
function withinLevels(sections: readonly ModelSection[], level: number): readonly ModelSection[] {
  return sections
    .map((section) => ({ section, own: level - 1 + section.step }))
    .filter(({ own }) => own <= 6)
    .map(({ section, own }) => ({
      ...section,
      ...(own < 3 && { examples: [], roster: false }),
      children: withinLevels(section.children, own + 1),
    }));
}

/** Leaves one list of teams, which is the roster only where there is no other: a team that is in two of them is there twice. */
function withOneTeam(
  sections: readonly ModelSection[],
  hasRoster: boolean,
  lists = { count: 0 },
): readonly ModelSection[] {
  return sections.flatMap((section) => {
    if (section.kind === 'team' && ++lists.count > 1) return [];
    const roster = section.roster && !hasRoster;
    return [{ ...section, roster, children: withOneTeam(section.children, hasRoster, lists) }];
  });
}
