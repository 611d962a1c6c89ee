import { insertionsFor } from '../features/insertions.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Matcher } from '../matching/matcher.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { Roster } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { TemplateChange } from './template-changes.ts';

/** Minutes with what they are migrated to. */
export interface MigrationInput {
  readonly text: string;
  readonly fileName: string;
  readonly template: Matcher;
  readonly roster: Roster | null;
  readonly changes: readonly TemplateChange[];
}

/**
 * Returns minutes with the names and the new sections of a changed template.
 * A heading takes its section's new name; all other words stay, also those of a section that is gone.
 */
export function migrateMinutes(input: MigrationInput): string {
  const { template, roster, fileName, changes } = input;
  const names = new Map(
    changes.flatMap((change) =>
      change.kind === 'renamed'
        ? [[`${String(change.depth)} ${normalizeText(change.from)}`, change.to]]
        : [],
    ),
  );
  const { headings } = readMinutes(parseMarkdown(input.text));
  let text = applyEdits(
    input.text,
    headings.flatMap(({ key, depth, contentRange }) => {
      const name = names.get(`${String(depth)} ${key}`);
      return name === undefined ? [] : [{ range: contentRange, text: name }];
    }),
  );
  const added = new Set(
    changes.flatMap((change) => (change.kind === 'added' ? [change.name] : [])),
  );
  for (let count = 0; count < added.size; count++) {
    const insertion = insertionsFor(
      readMinutes(parseMarkdown(text)),
      template,
      roster,
      fileName,
    ).find(({ kind, detail, name }) => kind === 'section' && detail === '' && added.has(name));
    if (insertion === undefined) break;
    text = applyEdits(text, [insertion.edit]);
  }
  return text;
}
