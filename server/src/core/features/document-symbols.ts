import { buildOutline, isEmptySection, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** A part of minutes, typed by what it is. */
export interface MinutesSymbol {
  readonly kind: 'title' | 'section' | 'team' | 'release' | 'horizon' | 'heading';
  readonly name: string;
  /** Lead and status of a team; `empty` where nothing is below a section. */
  readonly detail: string;
  readonly range: OffsetRange;
  readonly nameRange: OffsetRange;
  readonly children: readonly MinutesSymbol[];
}

/** Returns the outline of minutes; without a template every part is a heading. */
export function documentSymbols(
  minutes: Minutes,
  template: Matcher | null,
): readonly MinutesSymbol[] {
  if (template === null) {
    const outline = buildOutline(
      minutes.headings.map((heading) => ({ heading, depth: heading.depth })),
      minutes.text.length,
    );
    return outline.map((section) => plainSymbol(section, minutes));
  }
  const match = template.matchOf(minutes);
  const describe = createDescription(match);
  const toSymbol = (section: Section): MinutesSymbol => {
    const own = describe(section);
    const horizons = own.hasTable ? horizonSymbols(section, minutes) : [];
    return {
      ...symbolOf(section, own.kind, own.name, detailOf(section, own.detail, minutes)),
      children: [...horizons, ...section.children.map(toSymbol)],
    };
  };
  return match.outline.map(toSymbol);
}

interface Description {
  readonly kind: MinutesSymbol['kind'];
  readonly name: string;
  readonly detail: string;
  readonly hasTable: boolean;
}

function createDescription(match: TemplateMatch): (section: Section) => Description {
  const pairs = new Map(match.sections.map((pair) => [pair.section, pair.expected]));
  const teams = new Map(match.teams.map((team) => [team.section, team.team]));
  const releases = new Set(
    match.teams.flatMap(({ section }) => section.children.filter(isRelease)),
  );
  return (section) => {
    const name = section.heading.text;
    const team = teams.get(section);
    if (team !== undefined) {
      const detail = [team.leadText, team.status].filter((part) => part !== null).join(', ');
      return { kind: 'team', name: team.team, detail, hasTable: false };
    }
    const expected = pairs.get(section);
    if (expected !== undefined) {
      const kind = expected.kind === 'team' ? 'section' : expected.kind;
      return { kind, name, detail: '', hasTable: expected.table !== null };
    }
    const kind = releases.has(section) ? 'release' : 'heading';
    return { kind, name, detail: '', hasTable: false };
  };
}

/** A heading below a team that begins with a code span is a release. */
function isRelease({ heading }: Section): boolean {
  return heading.node().children[0]?.type === 'inlineCode';
}

function detailOf(section: Section, detail: string, { text }: Minutes): string {
  const empty = isEmptySection(section, text) ? 'empty' : '';
  return [detail, empty].filter((part) => part !== '').join(', ');
}

function plainSymbol(section: Section, minutes: Minutes): MinutesSymbol {
  return {
    ...symbolOf(section, 'heading', section.heading.text, ''),
    children: section.children.map((child) => plainSymbol(child, minutes)),
  };
}

function symbolOf(
  { range, heading }: Section,
  kind: MinutesSymbol['kind'],
  name: string,
  detail: string,
): Omit<MinutesSymbol, 'children'> {
  return {
    kind,
    name: name === '' ? '#'.repeat(heading.depth) : name,
    detail,
    range,
    nameRange: heading.range,
  };
}

/** Returns the horizons of a section's first table, each with the rows that continue it. */
function horizonSymbols(section: Section, minutes: Minutes): readonly MinutesSymbol[] {
  const rows = tablesIn(minutes, section.bodyRange)[0]?.rows ?? [];
  const heads = rows.flatMap((row, index) => ((row.cells[0]?.text ?? '') === '' ? [] : [index]));
  return heads.flatMap((first, index): MinutesSymbol[] => {
    const row = rows[first];
    const last = rows[(heads[index + 1] ?? rows.length) - 1];
    const cell = row?.cells[0];
    if (row === undefined || last === undefined || cell === undefined) return [];
    return [
      {
        kind: 'horizon',
        name: cell.text,
        detail: '',
        range: { start: row.range.start, end: last.range.end },
        nameRange: cell.contentRange,
        children: [],
      },
    ];
  });
}
