import type { Minutes } from '../minutes/read-minutes.ts';
import { groupRows, type RowGroup } from '../minutes/row-groups.ts';
import type { Table } from '../minutes/table.ts';
import { longestRun } from '../text/longest-run.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { detachedNames, hasColumns, requiredTables, type RequiredTable } from './required-table.ts';
import type { TemplateMatch } from './template-match.ts';
import type { Template } from '../template/template.ts';
import { pairUnknownHorizons, type UnknownHorizon } from './unknown-horizons.ts';

/** How the rows of a table agree with the horizons of the template. */
export interface HorizonMatch {
  readonly table: Table;
  readonly groups: readonly RowGroup[];
  readonly missing: readonly MissingHorizon[];
  readonly unknown: readonly UnknownHorizon[];
  readonly misplaced: readonly MisplacedHorizon[];
}

/** A horizon of the template that the table lacks. */
export interface MissingHorizon {
  readonly horizon: string;
  /** The group after which it belongs; null where it belongs before all. */
  readonly after: RowGroup | null;
}

/** A group outside the longest run in the template's order. */
export interface MisplacedHorizon {
  readonly group: RowGroup;
  /** The group after which it belongs; null where it belongs before all. */
  readonly after: RowGroup | null;
}

/** A table that the template requires, with how its rows agree with the template's. */
export interface MatchedTable extends RequiredTable {
  /** Null where there is nothing to compare. */
  readonly horizons: HorizonMatch | null;
}

/** Returns the tables that the template requires in the sections that the minutes have. */
export function matchTables(
  minutes: Minutes,
  match: TemplateMatch,
  template: Template,
): readonly MatchedTable[] {
  return requiredTables(minutes, match).map((required) => ({
    ...required,
    horizons: matchHorizons(required, template, minutes),
  }));
}

/** Returns how a table agrees with the template's horizons; null where there is nothing to compare. */
function matchHorizons(
  found: RequiredTable,
  template: Template,
  minutes: Minutes,
): HorizonMatch | null {
  const { table, required } = found;
  if (table === null || required.horizons.length === 0 || !hasColumns(table, required)) return null;
  const keys = required.horizons.map(normalizeText);
  const groups = groupRows(table.rows, keys, minutes.text);
  const present = new Set(groups.map(({ index }) => index));
  const absent = absentHorizons(keys, present, found, minutes);
  const unknown = pairUnknownHorizons(groups, absent, required, template);
  const meant = new Map(unknown.map((each) => [each.group, each.meant]));
  const named = groups.flatMap((group) => {
    const index = group.index ?? required.horizons.indexOf(meant.get(group) ?? '');
    return index === -1 ? [] : [{ group, index }];
  });
  const inRun = longestRun(named.map(({ index }) => index));
  const run = named.filter((_, position) => inRun.has(position));
  const placeOf = (index: number): RowGroup | null =>
    run.findLast((other) => other.index <= index)?.group ?? null;
  return {
    table,
    groups,
    missing: absent
      .filter((index) => named.every((each) => each.index !== index))
      .map((index) => ({ horizon: required.horizons[index] ?? '', after: placeOf(index) })),
    unknown,
    misplaced: named
      .filter(({ group }, position) => group.index !== null && !inRun.has(position))
      .map(({ group, index }) => ({ group, after: placeOf(index) })),
  };
}

/** Returns the indexes of horizons that neither the table nor lines cut off it name. */
function absentHorizons(
  keys: readonly string[],
  present: ReadonlySet<number | null>,
  found: RequiredTable,
  minutes: Minutes,
): readonly number[] {
  const absent = [...new Set(keys)]
    .map((key) => keys.indexOf(key))
    .filter((index) => !present.has(index));
  if (absent.length === 0) return [];
  const detached = detachedNames(found, minutes);
  return absent.filter((index) => !detached.has(keys[index] ?? ''));
}
