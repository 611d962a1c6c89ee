import { readTeamHeading, type TeamHeadingForm } from '../../minutes/team-heading.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { markPlaces, type PreviewMark } from './preview-places.ts';
import { holderOf, type CreateText, type PreviewToken } from './preview-token.ts';

/** What a preview of minutes needs to know of their template. */
export interface PreviewTemplate {
  /** The shapes of team headings, each with its level and the names of the sections that list teams. */
  readonly teams: readonly (TeamHeadingForm & {
    readonly depth: number;
    readonly parents: readonly string[];
  })[];
  /** The first header cell of each roadmap, normalized. */
  readonly roadmaps: readonly string[];
  /** Texts that count as not filled in, normalized. */
  readonly unfilled: readonly string[];
  /** What else is marked in these minutes. */
  readonly marks: readonly PreviewMark[];
}

/** Marks the tokens of minutes: team headings with lead and status, rows that continue a horizon, what is unfilled. */
export function markTokens(
  tokens: PreviewToken[],
  template: PreviewTemplate,
  createText: CreateText,
): void {
  markHeadings(tokens, template, createText);
  markUnfilled(tokens, template);
  markPlaces(tokens, template.marks, createText);
  mergeRows(tokens, template);
}

function markHeadings(
  tokens: readonly PreviewToken[],
  { teams }: PreviewTemplate,
  createText: CreateText,
): void {
  const above: string[] = [];
  tokens.forEach((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== 'heading_open' || inline === undefined) return;
    const depth = Number(token.tag.slice(1));
    above.splice(
      depth,
      above.length,
      ...Array.from<string>({ length: Math.max(0, depth - above.length) }).fill(''),
      normalizeText(inline.content),
    );
    const shape = teams.find(
      (each) =>
        each.depth === depth &&
        each.parents.some((parent) => above.slice(0, depth).includes(parent)),
    );
    const plain = inline.children?.length === 1 && inline.children[0]?.type === 'text';
    if (shape === undefined) return;
    token.attrJoin('class', 'minutes-team');
    const { team, status, leadText } = readTeamHeading(inline.content, shape);
    if (!plain || (status === null && leadText === null)) return;
    inline.children = [
      ...createText(team, 'minutes-team-name'),
      ...(status === null ? [] : createText(status, 'minutes-status')),
      ...(leadText === null ? [] : createText(leadText, 'minutes-lead')),
    ];
  });
}

function markUnfilled(tokens: readonly PreviewToken[], { unfilled }: PreviewTemplate): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'inline' || !unfilled.includes(normalizeText(token.content))) return;
    holderOf(tokens, index)?.attrJoin('class', 'minutes-unfilled');
  });
}

/** Gives a horizon's cell the height of the rows that continue it. */
function mergeRows(tokens: PreviewToken[], { roadmaps }: PreviewTemplate): void {
  let isRoadmap = false;
  let horizon: { readonly cell: PreviewToken; rows: number } | null = null;
  tokens.forEach((token, index) => {
    const cell = tokens[index + 1];
    const inline = tokens[index + 2];
    if (token.type === 'table_open') {
      isRoadmap = roadmaps.includes(normalizeText(firstCell(tokens, index)));
      horizon = null;
      if (isRoadmap) token.attrJoin('class', 'minutes-roadmap');
    }
    if (!isRoadmap || token.type !== 'tr_open' || cell?.type !== 'td_open' || inline === undefined)
      return;
    if (isSeparatorRow(tokens, index)) {
      token.attrJoin('class', 'minutes-separator');
      horizon = null;
    } else if (inline.content.trim() !== '') horizon = { cell, rows: 1 };
    else if (horizon !== null) {
      horizon.rows++;
      horizon.cell.attrSet('rowspan', String(horizon.rows));
      hide(tokens, index + 1);
    }
  });
}

function isSeparatorRow(tokens: readonly PreviewToken[], index: number): boolean {
  const end = tokens.findIndex(({ type }, each) => each > index && type === 'tr_close');
  return tokens
    .slice(index, end)
    .every(({ type, content }) => type !== 'inline' || content.trim() === '');
}

/** Makes a cell's three tokens draw nothing. */
function hide(tokens: readonly PreviewToken[], start: number): void {
  for (const part of tokens.slice(start, start + 3)) {
    part.type = 'minutes_hidden';
    part.tag = '';
    part.content = '';
    part.children = [];
    part.hidden = true;
  }
}

function firstCell(tokens: readonly PreviewToken[], index: number): string {
  return tokens.slice(index).find(({ type }) => type === 'inline')?.content ?? '';
}
