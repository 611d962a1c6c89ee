import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../../tools/checkout.ts';
import { writeWeeklyTemplate } from '../../support/weekly.ts';

/** Texts by their paths in a folder. */
export type Files = Readonly<Record<string, string>>;

/** Makes a folder with a group's template and minutes that lack a team and their last section, and with other files. */
export function weeklyFolder(others: Files = {}): string {
  const folder = namedFolder();
  fillWeeklyFolder(folder, others);
  return folder;
}

/** Makes an empty folder whose name is the same in all pictures. */
export function namedFolder(): string {
  const folder = join(scratchFolder(), 'harbour');
  mkdirSync(folder);
  return folder;
}

/** Writes the files of the weekly folder as they are at first, and removes all others. */
export function fillWeeklyFolder(folder: string, others: Files): void {
  const files = { '.minutes/weekly.md': weeklyTemplate, '2018-06-26.md': minutes, ...others };
  const kept = Object.keys(files).map((path) => join(folder, path));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.includes(path)) rmSync(path);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The group's template, in which an update starts with a text to fill in. */
export const weeklyTemplate = writeWeeklyTemplate({
  update: '- [add updates here]',
  sections: ['## Next Steps'],
});

const minutes = `# Weekly 2018-06-26

## Agenda

- Updates

## Updates

### Lanterns - Ada Quill

- Lit the pier.
`;
