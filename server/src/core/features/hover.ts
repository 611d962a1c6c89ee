import * as l10n from '@vscode/l10n';
import { bodyStart } from '../markdown/front-matter-place.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { Finding } from '../rules/finding.ts';
import { frontMatterSchema } from '../template/front-matter-schema.ts';
import {
  describePlaceholder,
  isKnownPlaceholder,
  placeholdersIn,
} from '../template/placeholder.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt } from '../text/text-line.ts';

/** What is said of a place: plain texts, one a paragraph, none of which is Markdown. */
export interface Hover {
  readonly range: OffsetRange;
  readonly paragraphs: readonly string[];
  /** Rules whose pages say more. */
  readonly rules: readonly string[];
}

/** Returns what there is to say of a place of minutes: of its findings, what is known to be there, its placeholder, horizon or section; else null. */
export function hoverAt(
  minutes: Minutes,
  template: Matcher,
  findings: readonly Finding[],
  offset: number,
  known: Hover | null = null,
): Hover | null {
  const here = findings.filter(({ range }) => range.start <= offset && offset <= range.end);
  const place =
    known ??
    placeholderHover(minutes.text, template, offset) ??
    horizonHover(minutes, template, offset) ??
    sectionHover(minutes, template, offset);
  const [finding] = here;
  if (place === null && finding === undefined) return null;
  return {
    range: place?.range ?? finding?.range ?? { start: offset, end: offset },
    paragraphs: place?.paragraphs ?? [],
    rules: [...new Set(here.map(({ rule }) => rule))],
  };
}

/** Returns what there is to say of a place of a template: of a placeholder or a key of the front matter; else null. */
export function hoverInTemplate(template: Template, offset: number): Hover | null {
  return placeholderHover(template.text, template, offset) ?? keyHover(template.text, offset);
}

function placeholderHover(text: string, template: Template, offset: number): Hover | null {
  const { placeholders } = template.options;
  const line = lineAt(text, offset);
  const found = placeholdersIn(line.text).find(
    ({ placeholder, start, end }) =>
      start <= offset - line.start &&
      offset - line.start <= end &&
      isKnownPlaceholder(placeholder, placeholders),
  );
  if (found === undefined) return null;
  const { placeholder, start, end } = found;
  const optional = placeholder.optional ? [l10n.t('It may be left out.')] : [];
  return {
    range: { start: line.start + start, end: line.start + end },
    paragraphs: [describePlaceholder(placeholder, placeholders), ...optional],
    rules: [],
  };
}

function horizonHover(minutes: Minutes, template: Matcher, offset: number): Hover | null {
  const { sections } = template.matchOf(minutes);
  const pair = sections.find(
    ({ section, expected }) =>
      expected.table !== null &&
      section.bodyRange.start <= offset &&
      offset <= section.bodyRange.end,
  );
  if (pair === undefined) return null;
  const cells = tablesIn(minutes, pair.section.bodyRange).flatMap(({ rows }) =>
    rows.flatMap(({ cells: [cell] }) => cell ?? []),
  );
  const cell = cells.find(
    ({ contentRange, text }) =>
      text !== '' && contentRange.start <= offset && offset <= contentRange.end,
  );
  const horizons = pair.expected.table?.horizons ?? [];
  const index = horizons.findIndex(
    (horizon) => normalizeText(horizon) === normalizeText(cell?.text ?? ''),
  );
  if (cell === undefined || horizons.length === 0) return null;
  const place =
    index === -1
      ? l10n.t(
          '“{0}” is not a horizon of the template, which has {1}.',
          cell.text,
          horizons.join(', '),
        )
      : l10n.t(
          '“{0}” is horizon {1} of {2}: {3}.',
          cell.text,
          index + 1,
          horizons.length,
          horizons.join(', '),
        );
  const help = pair.expected.help === null ? [] : [pair.expected.help];
  return { range: cell.contentRange, paragraphs: [place, ...help], rules: [] };
}

function sectionHover(minutes: Minutes, template: Matcher, offset: number): Hover | null {
  const { sections, teams } = template.matchOf(minutes);
  const pair = [...sections, ...teams].find(
    ({ section: { heading } }) => heading.range.start <= offset && offset <= heading.range.end,
  );
  if (pair === undefined) return null;
  return {
    range: pair.section.heading.range,
    paragraphs: [
      ...(pair.expected.help === null ? [] : [pair.expected.help]),
      describe(pair.expected),
    ],
    rules: [],
  };
}

/** Says in one sentence what the template asks of a section. */
function describe({
  name,
  required,
  repeat,
  anyOrder,
  closed,
  notEmpty,
  carryOver,
  team,
}: TemplateSection): string {
  const traits = [
    team !== null
      ? l10n.t('once for each team')
      : required
        ? l10n.t('required')
        : l10n.t('optional'),
    ...(team === null && repeat.max > 1 ? [l10n.t('may repeat')] : []),
    ...(anyOrder ? [l10n.t('its sections in any order')] : []),
    ...(closed ? [l10n.t('no other sections below it')] : []),
    ...(notEmpty ? [l10n.t('not empty')] : []),
    ...(carryOver ? [l10n.t('carried over to the next minutes')] : []),
  ];
  return l10n.t('The template’s section “{0}”: {1}.', name, traits.join(', '));
}

function keyHover(text: string, offset: number): Hover | null {
  const end = bodyStart(text);
  const line = lineAt(text, offset);
  const key = /^([\w-]+):/.exec(line.text)?.[1] ?? '';
  if (line.start >= end || offset > line.start + key.length) return null;
  const properties: Readonly<Record<string, { readonly description?: string }>> =
    frontMatterSchema.properties;
  const description = Object.hasOwn(properties, key) ? properties[key]?.description : undefined;
  if (description === undefined) return null;
  return {
    range: { start: line.start, end: line.start + key.length },
    paragraphs: [description],
    rules: [],
  };
}
