import { titleShape } from '../../meetings/title-shape.ts';
import type { Minutes } from '../../minutes/read-minutes.ts';
import type { NewTemplate } from '../finding.ts';

/** Returns a template with the headings of minutes that claims their path alone; null where no heading names it. */
export function templateOfMinutes({ headings }: Minutes, path: string): NewTemplate | null {
  const [title] = headings;
  const name =
    title === undefined
      ? ''
      : titleShape(title.text)
          .replace(/\{[^{}]*\}/g, '')
          .trim();
  const file = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (file === '' || file.length > longestName) return null;
  const frontMatter = ['minutes-template: 1', `name: ${quote(name)}`, `files: ${quote(path)}`];
  const lines = headings.map(
    ({ depth, text }, index) => `${'#'.repeat(depth)} ${index === 0 ? titleShape(text) : text}`,
  );
  const text = `---\n${frontMatter.join('\n')}\n---\n\n${lines.join('\n\n')}\n`;
  return { fileName: `${file}.md`, text };
}

const longestName = 80;

function quote(text: string): string {
  return JSON.stringify(text);
}
