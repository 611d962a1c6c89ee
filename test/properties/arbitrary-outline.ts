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
  teamForms,
  titles,
} from './outline-words.ts';
import type { ModelField } from './outline-fields.ts';
import type { ModelSection, ModelTeam, ModelTemplate } from './outline-model.ts';

/** A section before it is known what it may be beside its siblings. */
interface Draft extends Omit<ModelSection, 'aliases' | 'optional' | 'repeat' | 'children'> {
  readonly alias: string | null;
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

/** What is deeper can only be beside something if it is before it. */
function inLevels(sections: readonly ModelSection[]): readonly ModelSection[] {
  const teams = sections.filter(({ kind }) => kind === 'team');
  return sections
    .filter((section) => section.kind !== 'team' || section === teams[0])
    .sort((a, b) => b.step - a.step);
}

function toSection(own: Draft, children: readonly ModelSection[]): ModelSection {
  const { presence, alias, ...rest } = own;
  const isTeam = own.kind === 'team';
  return {
    ...rest,
    eitherLevel: own.eitherLevel && children.length === 0 && own.step === 1 && !isTeam,
    aliases: alias === null || own.kind !== 'literal' ? [] : [alias],
    optional: !isTeam && presence === 'optional',
    repeat: isTeam || presence === 'required' || presence === 'optional' ? null : repeats[presence],
    anyOrder: own.anyOrder && children.length > 1 && children.every(({ step }) => step === 1),
    closed: own.closed && children.length > 0,
    dateLine: isTeam ? null : own.dateLine,
    children: children.filter(({ kind }) => !isTeam || kind !== 'team'),
  };
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
      const sections = withOneTeam(all);
      if (title === null) {
        return { ...rest, sections: withinLevels(sections, topLevel), level: topLevel };
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
        body: 'nothing',
        fields: titleFields,
        dateLine: titleLine,
        children: withinLevels(sections, 2),
      };
      return { ...rest, sections: [root], level: 1 };
    },
  );

/** Leaves out what would be below level 6. */
function withinLevels(sections: readonly ModelSection[], level: number): readonly ModelSection[] {
  return sections
    .map((section) => ({ section, own: level - 1 + section.step }))
    .filter(({ own }) => own <= 6)
    .map(({ section, own }) => ({
      ...section,
      children: withinLevels(section.children, own + 1),
    }));
}

/** Leaves one list of teams: a team that is in two of them is there twice. */
function withOneTeam(
  sections: readonly ModelSection[],
  lists = { count: 0 },
): readonly ModelSection[] {
  return sections.flatMap((section) => {
    if (section.kind === 'team' && ++lists.count > 1) return [];
    return [{ ...section, children: withOneTeam(section.children, lists) }];
  });
}
