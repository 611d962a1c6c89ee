import * as l10n from '@vscode/l10n';
import { firstLine, linesWithEndings } from '../../text/split-lines.ts';
import { conflictParts, type ConflictPart, type SectionKey } from './conflict-parts.ts';
import type { Conflict } from './conflict.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { Template } from '../../template/template.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import { wholeLines } from '../../text/whole-lines.ts';
import type { Fix } from '../finding.ts';

/** A section in which the sides of a conflict differ, with the ways to resolve it there alone. */
export interface SectionChoice {
  readonly name: string;
  readonly fixes: readonly Fix[];
}

/** Minutes with a conflict, and the name of the section in which it begins. */
export interface ConflictInMinutes {
  readonly conflict: Conflict;
  readonly text: string;
  readonly lines: LineIndex;
  readonly template: Template;
  readonly section: string | null;
}

/** Returns the choices for each section of a conflict that spans several; none where it lies in one. */
export function choicesBySection(input: ConflictInMinutes): readonly SectionChoice[] {
  const { conflict, text, lines, template, section } = input;
  const { ours, base, separator, theirs } = conflict;
  const between = (from: OffsetRange, to: OffsetRange): string =>
    text.slice(wholeLines(from, lines).end, to.start);
  const parts = conflictParts(
    {
      ours: between(ours, base ?? separator),
      base: base === null ? '' : between(base, separator),
      theirs: between(separator, theirs),
    },
    sectionKey(template),
  );
  const differing = parts.filter((part) => part.ours !== part.theirs);
  if (parts.length < 2) return [];
  const range = { start: ours.start, end: wholeLines(theirs, lines).end };
  const choose = (part: ConflictPart, title: string, resolved: string): Fix => ({
    title,
    safe: false,
    edits: [{ range, text: write(parts, part, resolved, input) }],
  });
  return differing.map((part) => {
    const name = part.key === '' ? (section ?? l10n.t('the beginning')) : nameOf(part);
    const both = part.ours === '' || part.theirs === '' ? null : joined(part);
    return {
      name,
      fixes: [
        ...(both === null ? [] : [choose(part, l10n.t('Keep both in “{0}”', name), both)]),
        choose(part, l10n.t('Keep ours in “{0}”', name), part.ours),
        choose(part, l10n.t('Keep theirs in “{0}”', name), part.theirs),
      ],
    };
  });
}

/** A heading at the level of the template's sections begins one; a team is the same with any lead. */
function sectionKey(template: Template): SectionKey {
  const sections = allSections(template).filter(({ kind }) => kind !== 'release');
  const deepest = Math.max(...sections.map(({ depth }) => depth), 0);
  return (line) => {
    const [, marker = '', text = ''] =
      /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*(?:#+[ \t]*)?\r?\n?$/.exec(line) ?? [];
    if (marker === '' || marker.length > deepest) return null;
    const team = sections
      .filter((section) => section.team !== null && section.depth === marker.length)
      .map((section) => section.readTeam(text)?.team)
      .find((name) => name !== undefined);
    return `${marker} ${normalizeText(team ?? text)}`;
  };
}

function nameOf({ ours, theirs }: ConflictPart): string {
  return firstLine(ours === '' ? theirs : ours)
    .replace(/^[ #]+/, '')
    .replace(/[ \t#]+$/, '');
}

/** Puts theirs below ours; a heading that both have appears once. */
function joined({ key, ours, theirs }: ConflictPart): string {
  const [ourHeading = '', ...ourLines] = linesWithEndings(ours);
  const [theirHeading = '', ...theirLines] = linesWithEndings(theirs);
  if (key === '' || ourHeading !== theirHeading) return ours + theirs;
  const below = theirLines.join('').replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '');
  if (ourLines.join('').trim() === '') return theirs;
  return below === '' ? ours : ours.trimEnd() + lineEndingOf(ours) + below;
}

/** Writes the conflict again, one section resolved: others stay in conflict where they differ. */
function write(
  parts: readonly ConflictPart[],
  resolved: ConflictPart,
  resolution: string,
  { conflict, text, lines }: ConflictInMinutes,
): string {
  const marker = (range: OffsetRange): string =>
    text.slice(range.start, wholeLines(range, lines).end);
  const { ours, base, separator, theirs } = conflict;
  let written = '';
  let open: ConflictPart[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const all = (side: 'ours' | 'base' | 'theirs'): string =>
      open.map((part) => part[side]).join('');
    const before = base === null ? '' : marker(base) + all('base');
    written += marker(ours) + all('ours') + before + marker(separator) + all('theirs');
    written += withEnding(marker(theirs), text);
    open = [];
  };
  for (const part of parts) {
    const isOpen = part !== resolved && part.ours !== part.theirs;
    if (!isOpen) close();
    if (isOpen) open.push(part);
    else written += part === resolved ? resolution : part.ours;
  }
  close();
  return written;
}

/** The last marker of a file may lack its line ending. */
function withEnding(line: string, text: string): string {
  return /[\r\n]$/.test(line) ? line : line + lineEndingOf(text);
}
