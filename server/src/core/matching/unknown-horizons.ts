import type { RowGroup } from '../minutes/row-groups.ts';
import { closestTo } from '../text/closest.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import { templateTable } from './required-table.ts';
import type { Template } from '../template/template.ts';
import type { TemplateTable } from '../template/template-section.ts';
import { holdsUnfilled } from '../template/unfilled.ts';

/** A group of rows that the template doesn't know. */
export interface UnknownHorizon {
  readonly group: RowGroup;
  /** The absent horizon that it stands for. */
  readonly meant: string | null;
  /** The name resembles that horizon, and is not only in its place. */
  readonly similar: boolean;
}

/**
 * Returns the groups that the template doesn't know, each with the absent horizon that it stands for:
 * by resemblance, else alone with one between the same neighbors. None where the template leaves
 * first cells open.
 */
export function pairUnknownHorizons(
  groups: readonly RowGroup[],
  absent: readonly number[],
  required: TemplateTable,
  template: Template,
): readonly UnknownHorizon[] {
  const unknown = new Set(groups.filter((group) => isUnknown(group, template)));
  if (unknown.size === 0 || hasFreeRows(required)) return [];
  const { horizons } = required;
  const rest = new Set(absent.map((index) => horizons[index] ?? ''));
  const similar = new Map<RowGroup, string>();
  for (const group of unknown) {
    const closest = closestTo(group.name ?? '', rest);
    if (closest === null) continue;
    similar.set(group, closest);
    rest.delete(closest);
    unknown.delete(group);
  }
  const inPlace = pairInPlace(
    groups,
    unknown,
    absent.filter((index) => rest.has(horizons[index] ?? '')),
  );
  return groups.flatMap((group): UnknownHorizon[] => {
    const resembled = similar.get(group);
    if (resembled !== undefined) return [{ group, meant: resembled, similar: true }];
    if (!unknown.has(group)) return [];
    const index = inPlace.get(group);
    const meant = index === undefined ? null : (horizons[index] ?? null);
    return [{ group, meant, similar: false }];
  });
}

function isUnknown({ name, index }: RowGroup, template: Template): boolean {
  return name !== null && index === null && !holdsUnfilled(name, template);
}

function hasFreeRows(required: TemplateTable): boolean {
  return (templateTable(required)?.rows ?? []).some(
    ({ cells }) => placeholdersIn(cells[0]?.text ?? '').length > 0,
  );
}

/** Pairs the only unknown group with the only absent horizon between two neighbors. */
function pairInPlace(
  groups: readonly RowGroup[],
  unknown: ReadonlySet<RowGroup>,
  absent: readonly number[],
): ReadonlyMap<RowGroup, number> {
  const pairs = new Map<RowGroup, number>();
  const taken = new Set<number>();
  let before = -1;
  let between: RowGroup[] = [];
  const close = (after: number): void => {
    const [group, ...others] = between;
    const [index, ...more] = absent.filter(
      (each) => before < each && each < after && !taken.has(each),
    );
    if (group !== undefined && index !== undefined && others.length + more.length === 0) {
      pairs.set(group, index);
      taken.add(index);
    }
    between = [];
  };
  for (const group of groups) {
    if (group.index !== null) {
      close(group.index);
      before = group.index;
    } else if (unknown.has(group)) between.push(group);
  }
  close(Infinity);
  return pairs;
}
