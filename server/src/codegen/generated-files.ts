import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rules } from '../core/checking/registry.ts';
import { removalsSchema } from '../core/meetings/removals-file.ts';
import { configurationSchema } from '../core/template/configuration-schema.ts';
import { frontMatterSchema, rosterSchema } from '../core/template/front-matter-schema.ts';
import { manualOf } from './manual.ts';
import { messageBundle } from './message-bundle.ts';
import { presetsModule } from './presets-module.ts';
import { rulePages, rulePagesFolder } from './rule-pages.ts';
import { withRuleSettings } from './rule-settings.ts';
import { ruleIndex, withRuleTable } from './rule-table.ts';

/** A file of the repository, by its path from the root; null where there must be none. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string | null;
}

/** Returns the generated files that are not as they must be in the repository at a root. */
export async function staleFiles(root: string): Promise<readonly GeneratedFile[]> {
  const files = await generatedFiles(root);
  const superfluous = globSync(`${rulePagesFolder}/*.md`, { cwd: root })
    .filter((path) => !files.some((file) => file.path === path) && !isOfModule(root, path))
    .map((path) => ({ path, text: null }));
  return [
    ...superfluous,
    ...files.filter(({ path, text }) => readOrNull(`${root}/${path}`) !== text),
  ];
}

/** Says what is wrong with a file that is not as it must be, and what makes it so. */
export function describeStale({ path, text }: GeneratedFile, root: string): string {
  if (text === null) return `${path} is of no rule: npm run generate removes it`;
  return `${path} is ${existsSync(`${root}/${path}`) ? 'stale' : 'missing'}: npm run generate`;
}

/** A page whose rule is only not registered yet stays. */
function isOfModule(root: string, page: string): boolean {
  return existsSync(`${root}/server/src/core/rules/${basename(page, '.md')}.ts`);
}

async function generatedFiles(root: string): Promise<readonly GeneratedFile[]> {
  const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
  const presets = globSync('server/src/core/template/presets/*.md', { cwd: root })
    .sort()
    .map((path) => ({ name: basename(path, '.md'), text: read(path) }));
  const sources = globSync(['client/src/**/*.ts', 'server/src/**/*.ts'], { cwd: root })
    .sort()
    .map((path) => ({ path, text: read(path) }));
  const asTheyAre = [
    ...rulePages(rules),
    { path: 'docs/minutes.1', text: manualOf(read('package.json')) },
    { path: `${rulePagesFolder}/README.md`, text: ruleIndex(rules) },
    { path: 'README.md', text: withRuleTable(read('README.md'), rules) },
  ];
  const toFormat = await Promise.all([
    formatted(root, 'package.json', withRuleSettings(read('package.json'), rules)),
    formatted(root, 'server/src/core/template/presets.ts', presetsModule(presets)),
    formatted(root, 'l10n/bundle.l10n.json', messageBundle(sources)),
    formatted(root, 'docs/schemas/template.schema.json', JSON.stringify(frontMatterSchema)),
    formatted(root, 'docs/schemas/roster.schema.json', JSON.stringify(rosterSchema)),
    formatted(root, 'docs/schemas/removed.schema.json', JSON.stringify(removalsSchema)),
    formatted(
      root,
      'docs/schemas/config.schema.json',
      JSON.stringify(withRuleNames(configurationSchema)),
    ),
  ]);
  return [...asTheyAre, ...toFormat];
}

/** Returns the schema of a configuration with the names of all rules, which the program checks by itself. */
function withRuleNames(schema: typeof configurationSchema): object {
  const { severities } = schema.properties;
  const propertyNames = { enum: rules.map(({ id }) => id) };
  return {
    ...schema,
    properties: { ...schema.properties, severities: { ...severities, propertyNames } },
  };
}

async function formatted(root: string, path: string, text: string): Promise<GeneratedFile> {
  const filepath = `${root}/${path}`;
  return { path, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}

function readOrNull(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
