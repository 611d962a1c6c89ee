import * as l10n from '@vscode/l10n';
import type { TemplateField } from '../template/template-field.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** One way in which a template differs from an earlier version of itself. */
export type TemplateChange =
  | SectionRename
  | { readonly kind: 'added' | 'retired' | 'moved' | 'level'; readonly name: string }
  | FieldRename
  | { readonly kind: 'field added' | 'field retired'; readonly name: string }
  | ColumnsChange;

/** Another name of a section. */
export interface SectionRename {
  readonly kind: 'renamed';
  /** The section of the earlier version. */
  readonly section: TemplateSection;
  readonly to: string;
}

/** Another label of a field. */
export interface FieldRename {
  readonly kind: 'field renamed';
  /** The field’s section in the earlier version; null where it precedes the first heading. */
  readonly section: TemplateSection | null;
  readonly from: string;
  readonly to: string;
}

/** Another header of a section’s table. */
export interface ColumnsChange {
  readonly kind: 'columns';
  /** The section of the earlier version. */
  readonly section: TemplateSection;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Returns how a template changed, in its order: siblings, fields or columns that took each other’s place were renamed. */
export function templateChanges(before: Template, after: Template): readonly TemplateChange[] {
  return joinMoves([
    ...fieldChanges(null, before.preamble.fields, after.preamble.fields),
    ...sectionChanges(before.sections, after.sections),
  ]);
}

/** Returns a change in one line. */
export function describeChange(change: TemplateChange): string {
  switch (change.kind) {
    case 'renamed':
      return l10n.t('“{0}” is now “{1}”', change.section.name, change.to);
    case 'added':
      return l10n.t('“{0}” is new', change.name);
    case 'retired':
      return l10n.t('“{0}” is gone', change.name);
    case 'moved':
      return l10n.t('“{0}” is in another place', change.name);
    case 'level':
      return l10n.t('“{0}” is at another level', change.name);
    case 'field renamed':
      return l10n.t('The field “{0}” is now “{1}”', change.from, change.to);
    case 'field added':
      return l10n.t('The field “{0}” is new', change.name);
    case 'field retired':
      return l10n.t('The field “{0}” is gone', change.name);
    case 'columns':
      return l10n.t(
        'The table of “{0}” has the columns “{1}” instead of “{2}”',
        change.section.name,
        change.to.join(' | '),
        change.from.join(' | '),
      );
  }
}

function sectionChanges(
  before: readonly TemplateSection[],
  after: readonly TemplateSection[],
): readonly TemplateChange[] {
  const gone = before.filter((section) => !after.some((other) => isSame(section, other)));
  const come = after.filter((section) => !before.some((other) => isSame(section, other)));
  const renamed = new Map(
    come.flatMap((section) => {
      const old = gone.find(
        (other) =>
          previousName(other, before) === previousName(section, after) &&
          other.depth === section.depth &&
          other.pattern.literal !== null &&
          section.pattern.literal !== null,
      );
      return old === undefined ? [] : [[section, old]];
    }),
  );
  const taken = new Set(renamed.values());
  const stayed = after.flatMap((section) => {
    const old = renamed.get(section) ?? before.find((other) => isSame(section, other));
    return old === undefined ? [] : [{ section, old }];
  });
  const inOrder = longestRun(stayed.map(({ old }) => before.indexOf(old)));
  return [
    ...after.flatMap((section): readonly TemplateChange[] => {
      const index = stayed.findIndex((each) => each.section === section);
      const old = stayed[index]?.old;
      if (old === undefined) return [{ kind: 'added', name: section.name }];
      return [
        ...(renamed.has(section)
          ? [{ kind: 'renamed', section: old, to: section.name } as const]
          : []),
        ...(inOrder.has(index) ? [] : [{ kind: 'moved', name: section.name } as const]),
        ...(old.depth === section.depth ? [] : [{ kind: 'level', name: section.name } as const]),
        ...fieldChanges(old, old.fields, section.fields),
        ...columnChanges(old, section),
        ...sectionChanges(old.children, section.children),
      ];
    }),
    ...gone
      .filter((section) => !taken.has(section))
      .map(({ name }): TemplateChange => ({ kind: 'retired', name })),
  ];
}

/** Two fields that are at one place of the list were renamed; others came or went. */
function fieldChanges(
  section: TemplateSection | null,
  before: readonly TemplateField[],
  after: readonly TemplateField[],
): readonly TemplateChange[] {
  const has = (fields: readonly TemplateField[], { key }: TemplateField): boolean =>
    fields.some((field) => field.key === key);
  const renamed = new Map(
    after.flatMap((field, index) => {
      const old = before[index];
      return old === undefined || has(before, field) || has(after, old) ? [] : [[field, old]];
    }),
  );
  const taken = new Set(renamed.values());
  return [
    ...after.flatMap((field): TemplateChange[] => {
      const old = renamed.get(field);
      if (old !== undefined) {
        return [{ kind: 'field renamed', section, from: old.name, to: field.name }];
      }
      return has(before, field) ? [] : [{ kind: 'field added', name: field.name }];
    }),
    ...before
      .filter((field) => !has(after, field) && !taken.has(field))
      .map(({ name }): TemplateChange => ({ kind: 'field retired', name })),
  ];
}

function columnChanges(before: TemplateSection, after: TemplateSection): readonly ColumnsChange[] {
  const from = before.table?.header ?? [];
  const to = after.table?.header ?? [];
  if (from.length === 0 || to.length === 0) return [];
  const isEqual = from.map(normalizeText).join('|') === to.map(normalizeText).join('|');
  return isEqual ? [] : [{ kind: 'columns', section: before, from, to }];
}

/** What is gone below one section and new below another has moved. */
function joinMoves(changes: readonly TemplateChange[]): readonly TemplateChange[] {
  const named = (kind: 'added' | 'retired'): ReadonlySet<string> =>
    new Set(changes.flatMap((change) => (change.kind === kind ? normalizeText(change.name) : [])));
  const [added, retired] = [named('added'), named('retired')];
  return changes.flatMap((change): TemplateChange[] => {
    if (change.kind !== 'added' && change.kind !== 'retired') return [change];
    const key = normalizeText(change.name);
    if (!added.has(key) || !retired.has(key)) return [change];
    return change.kind === 'added' ? [{ kind: 'moved', name: change.name }] : [];
  });
}

/** Returns the indices of the longest rising run of numbers, not necessarily next to each other. */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    const before = runs
      .filter((run) => (numbers[run.at(-1) ?? -1] ?? -1) < number)
      .reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...before, index]);
  }
  return new Set(
    runs.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), []),
  );
}

function isSame(a: TemplateSection, b: TemplateSection): boolean {
  if (a.kind === 'title' && b.kind === 'title') return true;
  return (
    normalizeText(a.name) === normalizeText(b.name) || a.keys.some((key) => b.keys.includes(key))
  );
}

/** Returns the name of the sibling before a section; empty for the first, and after the title, which may change. */
function previousName(section: TemplateSection, siblings: readonly TemplateSection[]): string {
  const before = siblings[siblings.indexOf(section) - 1];
  return before === undefined || before.kind === 'title' ? '' : normalizeText(before.name);
}
