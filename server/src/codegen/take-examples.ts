import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as exampleTemplates from '../core/rules/shared/example-templates.ts';
import { rulePagesFolder } from './rule-pages.ts';

/** The property of a rule that holds its examples. */
const property = /(\bexamples: )`(?:[^`\\]|\\.)*`/;

/** Writes the examples of the rule pages at a root into the rules, whose pages are generated; returns the changed paths. */
export function takeExamples(root: string): readonly string[] {
  return globSync(`${rulePagesFolder}/[a-z]*.md`, { cwd: root }).flatMap((page) => {
    const path = `server/src/core/rules/${basename(page, '.md')}.ts`;
    const source = readFileSync(`${root}/${path}`, 'utf8');
    const examples = examplesIn(readFileSync(`${root}/${page}`, 'utf8'));
    const changed = source.replace(property, (_, name: string) => name + literal(examples));
    if (changed === source) return [];
    writeFileSync(`${root}/${path}`, changed);
    return [path];
  });
}

/** Returns what follows the sentence below the heading and a template that is shared, with fences of tildes, which need no escapes. */
function examplesIn(page: string): string {
  const [, below = ''] = page.split('\n## Examples\n\n');
  const examples = below.slice(below.indexOf('\n\n') + 1).replace(/^`{3,}(?=\S|$)/gm, '~~~');
  const shared = Object.values(exampleTemplates).find((template) => examples.startsWith(template));
  return examples.slice(shared?.length ?? 0);
}

function literal(text: string): string {
  const escaped = text
    .replace(/[\\`]|\$\{/g, '\\$&')
    .replaceAll('\u00a0', '\\u00a0')
    .replace(/ $/gm, '\\x20');
  return `\`${escaped}\``;
}
