import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { readFrontMatter, readYaml, type FrontMatter } from './front-matter.ts';
import { frontMatterSchema, rosterSchema } from './front-matter-schema.ts';
import { rosterEntry } from './roster-entry.ts';

/** What a rename changes about a team. */
export interface RosterChange {
  /** The team's name so far. */
  readonly team: string;
  /** Its leads so far, where these are what changes; entries of other leads are left alone. */
  readonly leads: readonly string[] | null;
  /** The new name, or the new leads. */
  readonly values: readonly string[];
  /** ISO date from which the change holds: entries that ended before are left alone; null for all. */
  readonly date: string | null;
}

/** Returns the edits of a roster file. */
export function renameInRosterFile(text: string, change: RosterChange): readonly TextEdit[] {
  return renameIn(readYaml(text, 0, { start: 0, end: text.length }, rosterSchema), 'teams', change);
}

/** Returns the edits of a template's front matter. */
export function renameInTemplate(text: string, change: RosterChange): readonly TextEdit[] {
  const first = parseMarkdown(text).pieces[0];
  const frontMatter = readFrontMatter(first?.piece, first?.start ?? 0, frontMatterSchema);
  return frontMatter === null ? [] : renameIn(frontMatter, 'roster', change);
}

function renameIn(
  yaml: FrontMatter,
  key: string,
  { team, leads, values, date }: RosterChange,
): readonly TextEdit[] {
  const teams: unknown = yaml.values[key];
  if (!Array.isArray(teams)) return [];
  return teams.flatMap((entry: unknown, index): TextEdit[] => {
    const { values: written, namePath } = rosterEntry(entry);
    if (!isSame([written.name], [team]) || isOver(written, date)) return [];
    if (leads === null) {
      const range = yaml.rangeOf([key, index, ...namePath]);
      return [{ range, text: values.map(scalar).join('') }];
    }
    const known: unknown = written.leads;
    if (!isSame(Array.isArray(known) ? known : [known], leads)) return [];
    const range = yaml.rangeOf([key, index, 'leads']);
    const list = values.map(scalar);
    const isList = Array.isArray(known) || list.length !== 1;
    return [{ range, text: isList ? `[${list.join(', ')}]` : list.join('') }];
  });
}

function isOver({ until }: Readonly<Record<string, unknown>>, date: string | null): boolean {
  return typeof until === 'string' && date !== null && until < date;
}

function isSame(values: readonly unknown[], names: readonly string[]): boolean {
  const keys = new Set(names.map(normalizeText));
  return (
    values.length === keys.size &&
    values.every((value) => typeof value === 'string' && keys.has(normalizeText(value)))
  );
}

/** Writes a text as YAML does, in quotes where it would else be read as something other. */
function scalar(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} .'()-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
