import * as l10n from '@vscode/l10n';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** One way in which a template differs from an earlier version of itself. */
export type TemplateChange =
  | {
      readonly kind: 'renamed';
      readonly from: string;
      readonly to: string;
      readonly depth: number;
    }
  | { readonly kind: 'added'; readonly name: string }
  | { readonly kind: 'retired'; readonly name: string };

/** Returns how the sections of a template changed, in its order: siblings that took each other's place were renamed. */
export function templateChanges(
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
  return [
    ...after.flatMap((section): TemplateChange[] => {
      const old = renamed.get(section) ?? before.find((other) => isSame(section, other));
      if (old === undefined) return [{ kind: 'added', name: section.name }];
      const below = templateChanges(old.children, section.children);
      return renamed.has(section)
        ? [{ kind: 'renamed', from: old.name, to: section.name, depth: section.depth }, ...below]
        : [...below];
    }),
    ...gone
      .filter((section) => !taken.has(section))
      .map(({ name }): TemplateChange => ({ kind: 'retired', name })),
  ];
}

/** Returns a change in one line. */
export function describeChange(change: TemplateChange): string {
  switch (change.kind) {
    case 'renamed':
      return l10n.t('“{0}” is now “{1}”', change.from, change.to);
    case 'added':
      return l10n.t('“{0}” is new', change.name);
    case 'retired':
      return l10n.t('“{0}” is gone', change.name);
  }
}

function isSame(a: TemplateSection, b: TemplateSection): boolean {
  if (a.kind === 'title' && b.kind === 'title') return true;
  return (
    normalizeText(a.name) === normalizeText(b.name) || a.keys.some((key) => b.keys.includes(key))
  );
}

/** Returns the name of the sibling before a section; empty for the first. */
function previousName(section: TemplateSection, siblings: readonly TemplateSection[]): string {
  const before = siblings[siblings.indexOf(section) - 1];
  return before === undefined ? '' : normalizeText(before.name);
}
