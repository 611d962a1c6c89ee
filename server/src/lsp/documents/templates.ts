import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { readTemplate } from '../../core/matching/matcher.ts';
import { isTemplateFile } from '../../core/template/parse-template.ts';
import { presets } from '../../core/template/presets.ts';
import {
  configurationFile,
  readConfiguration,
  type Configuration,
} from '../../core/template/configuration.ts';
import { cachedByText, once } from '../../core/text/cached.ts';
import type { Roster } from '../../core/template/roster.ts';
import { parseRoster } from '../../core/template/parse-roster.ts';
import {
  fileNameOf,
  isWithin,
  normalizeUri,
  parentOf,
  pathOf,
  resolveIn,
  schemeOf,
  withPath,
} from './document-uri.ts';
import type { FileCache } from './file-cache.ts';
import type { FileSystem } from './file-system.ts';
import { createKeptTemplates } from './kept-templates.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** The templates that may claim a document, as they are in open editors, else on disk. */
export interface Templates {
  /** Returns the presets, which are read when first asked for. */
  readonly presets: () => readonly TemplateSource[];
  /** Returns the templates of the nearest `.minutes/` folder that holds any. */
  nearest(uri: string): Promise<readonly TemplateSource[]>;
  /** Returns the preset of a name, or the template at a path relative to a folder; null where there is neither. */
  named(folder: string, name: string): Promise<TemplateSource | null>;
  /** Returns the roster that a template declares, in itself or in a file; null where it declares none. */
  rosterOf(source: TemplateSource): Promise<Roster | null>;
  /** Returns the URI of the roster file that a template names, and its text; null where it names none. */
  rosterFileOf(source: TemplateSource): Promise<RosterFile | null>;
  /** Returns the configuration of the nearest `.minutes/config.yml`, with the folder that its globs are relative to; null where there is none. */
  configurationOf(uri: string): Promise<PlacedConfiguration | null>;
  /** Returns whether an answer since depended on this file, so that an edit of it matters elsewhere. */
  dependOn(uri: string): boolean;
}

/** A configuration and where it is from. */
export interface PlacedConfiguration {
  readonly configuration: Configuration;
  /** URI of the folder that holds `.minutes/`. */
  readonly folder: string;
}

/** A roster file. */
export interface RosterFile {
  readonly uri: string;
  /** Null where the file is absent, or leads out of the folder. */
  readonly text: string | null;
}

/** What templates are read from. */
export interface TemplateInputs {
  readonly files: FileSystem;
  readonly cache: FileCache;
  readonly documents: OpenDocuments;
  readonly folders: WorkspaceFolders;
  /** Reports that a template is another than it was said to be. */
  readonly onChange: () => void;
}

/** Returns the templates of the workspace. */
export function createTemplates({
  files,
  cache,
  documents,
  folders,
  onChange,
}: TemplateInputs): Templates {
  const kept = createKeptTemplates(onChange);
  const parsed = new Map<string, { readonly text: string; readonly source: TemplateSource }>();
  const rosters = new Map<string, { readonly text: string; readonly roster: Roster }>();
  const presetSources = once(() => presets.map(presetSource));

  const textOf = async (folder: string, uri: string): Promise<string | null> => {
    const onDisk = await cache.readFile(folder, uri);
    return documents.get(uri)?.text ?? onDisk;
  };

  const sourceOf = (uri: string, root: string, text: string): TemplateSource => {
    const known = parsed.get(uri);
    if (known?.text === text) return known.source;
    const template = readTemplate(text, fileNameOf(uri));
    const source = { id: uri, template, root: pathOf(root) };
    parsed.set(uri, { text, source });
    return source;
  };

  const rosterIn = (uri: string, text: string): Roster => {
    const known = rosters.get(uri);
    if (known?.text === text) return known.roster;
    const roster = parseRoster(text);
    rosters.set(uri, { text, roster });
    return roster;
  };

  const configurationIn = cachedByText((text) => readConfiguration(text).configuration);

  const templatesIn = async (folder: string): Promise<readonly TemplateSource[]> => {
    const directory = resolveIn(folder, '.minutes');
    const entries = await cache.readDirectory(directory);
    const uris = entries
      .filter(({ name, kind }) => kind === 'file' && /\.md$/i.test(name))
      .map(({ name }) => resolveIn(directory, `./${name}`))
      .sort();
    const texts = await Promise.all(uris.map((uri) => textOf(folder, uri)));
    return uris.flatMap((uri, index) => {
      const text = texts[index] ?? null;
      const source =
        text !== null && isTemplateFile(text, pathOf(uri)) ? sourceOf(uri, folder, text) : null;
      return kept.whileTyped(uri, source, documents.get(uri) !== undefined) ?? [];
    });
  };

  const rosterFileOf = async (source: TemplateSource): Promise<RosterFile | null> => {
    const { id, root, template } = source;
    const { rosterFile } = template.options;
    if (rosterFile === null || root === null) return null;
    const uri = resolveIn(parentOf(id), rosterFile);
    return { uri, text: await textOf(withPath(id, root), uri) };
  };

  return {
    presets: presetSources,
    async nearest(uri) {
      for (const folder of await searchedFolders(uri, folders, files)) {
        const sources = await templatesIn(folder);
        if (sources.length > 0) return sources;
      }
      return [];
    },
    async named(folder, name) {
      if (presets.some((preset) => preset.name === name)) {
        return presetSources().find(({ id }) => id === presetId(name)) ?? null;
      }
      const uri = resolveIn(folder, name);
      const text = await textOf(folder, uri);
      return text === null ? null : sourceOf(uri, folder, text);
    },
    rosterFileOf,
    async rosterOf(source) {
      const file = await rosterFileOf(source);
      if (file === null) return source.template.options.roster;
      return file.text === null ? null : rosterIn(file.uri, file.text);
    },
    async configurationOf(uri) {
      for (const folder of await searchedFolders(uri, folders, files)) {
        const text = await textOf(folder, resolveIn(folder, `./.minutes/${configurationFile}`));
        if (text !== null) return { configuration: configurationIn(text), folder };
      }
      return null;
    },
    dependOn: (uri) => cache.knows(uri),
  };
}

function presetSource({ name, text }: { name: string; text: string }): TemplateSource {
  return { id: presetId(name), template: readTemplate(text, `${name}.md`), root: null };
}

function presetId(name: string): string {
  return `minutes-preset:${name}`;
}

/** Lists the folders whose `.minutes/` may claim a document, the nearest first. */
async function searchedFolders(
  uri: string,
  folders: WorkspaceFolders,
  files: FileSystem,
): Promise<readonly string[]> {
  if (schemeOf(uri) === 'untitled') return folders.all();
  const parent = parentOf(normalizeUri(uri));
  const last = folders.of(uri) ?? (await repositoryOf(parent, files)) ?? parent;
  const searched: string[] = [];
  for (let folder = parent; isWithin(last, folder); folder = parentOf(folder)) {
    searched.push(folder);
    if (folder === last) break;
  }
  return searched;
}

/** Returns the nearest folder upwards that is the root of a git repository. */
async function repositoryOf(folder: string, files: FileSystem): Promise<string | null> {
  if ((await files.realPath(resolveIn(folder, '.git'))) !== null) return folder;
  const parent = parentOf(folder);
  return parent === folder ? null : repositoryOf(parent, files);
}
