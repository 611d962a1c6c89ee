import * as l10n from '@vscode/l10n';
import { basename, dirname } from 'node:path';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import {
  configurationFile,
  noConfiguration,
  readConfiguration,
  type Configuration,
} from '../core/template/configuration.ts';
import { parseRoster } from '../core/template/parse-roster.ts';
import { readTemplate } from '../core/matching/matcher.ts';
import { isTemplateFile } from '../core/template/parse-template.ts';
import { presets } from '../core/template/presets.ts';
import { once } from '../core/text/cached.ts';
import type { Roster } from '../core/template/roster.ts';
import { closestTo } from '../core/text/closest.ts';
import { ancestors } from './ancestors.ts';
import { decodeText } from './decode-text.ts';
import { FileError, UsageError, type FileSystem } from './environment.ts';
import { templateFolder } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';

/** The templates that may claim minutes. */
export interface Templates {
  /** Returns the presets, which are read when first asked for. */
  readonly presets: () => readonly TemplateSource[];
  /** Returns the templates of the nearest `.minutes/` that holds any, from a document's folder upwards. */
  nearest(document: FoundDocument): readonly TemplateSource[];
  /**
   * Returns the template that the user chose.
   * @throws UsageError where there is neither such a file nor such a preset.
   */
  named(fileOrPreset: string): TemplateSource;
  /** Returns the roster that a template declares, in itself or in a file; null where it declares none. */
  rosterOf(source: TemplateSource): Roster | null;
  /** Returns the configuration of the nearest `.minutes/` that has one, from a document's folder upwards. */
  configurationOf(document: FoundDocument): PlacedConfiguration;
  /** Returns the texts of the configurations that were asked for, by path. */
  configurations(): ReadonlyMap<string, string>;
  /** Makes a template of a text that its file is going to hold. */
  hold(path: string, text: string): void;
  /** Returns the texts of the roster files of all templates that were asked for, by path. */
  rosters(): ReadonlyMap<string, string>;
  /** Returns all templates of files that were asked for. */
  consulted(): readonly TemplateSource[];
  /** Returns the template of a file that was asked for, where it has the text; else null. */
  consultedAt(id: string, text: string): TemplateSource | null;
}

/** A configuration with the folder that its globs are relative to; null where there is none. */
export interface PlacedConfiguration extends Configuration {
  readonly root: string | null;
  readonly text: string;
}

export const presetScheme = 'minutes-preset:';

/** Returns the templates of a file system; `report` is called with what can't be read. */
export function createTemplates(
  files: FileSystem,
  report: (path: string, reason: string) => void,
): Templates {
  const rosters = new Map<string, string>();
  const held = new Map<string, string>();
  const sources = new Map<string, TemplateSource>();
  const searched = new Map<string, readonly string[]>();
  const byFolder = new Map<string, readonly TemplateSource[]>();
  const configured = new Map<string, PlacedConfiguration | null>();
  const configurations = new Map<string, string>();

  const textOf = (path: string): string | null => {
    const text = held.get(path);
    if (text !== undefined) return text;
    const read = files.read(path);
    const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
    if ('text' in decoded) return decoded.text;
    report(path, decoded.reason);
    return null;
  };

  const sourceOf = (path: string, text: string): TemplateSource => {
    const folder = dirname(path);
    const root = basename(folder) === templateFolder ? dirname(folder) : folder;
    const source = { id: path, template: readTemplate(text, basename(path)), root };
    sources.set(path, source);
    return source;
  };

  const configurationIn = (folder: string): PlacedConfiguration | null => {
    const path = `${withoutSlash(folder)}/${templateFolder}/${configurationFile}`;
    const text =
      files.kindOf(path) === 'file' && isInside(folder, path, files) ? textOf(path) : null;
    if (text === null) return null;
    configurations.set(path, text);
    return { ...readConfiguration(text).configuration, root: folder, text };
  };

  const foldersAbove = (document: FoundDocument): readonly string[] => {
    const key = `${document.within}\n${dirname(document.location ?? '')}`;
    const folders = searched.get(key) ?? searchedFolders(document, files);
    searched.set(key, folders);
    return folders;
  };

  const templatesOf = (folder: string): readonly TemplateSource[] => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = listTemplates(`${withoutSlash(folder)}/${templateFolder}`, files, report).flatMap(
      (path) => {
        const text = textOf(path);
        return text !== null && isTemplateFile(text, path) ? [sourceOf(path, text)] : [];
      },
    );
    byFolder.set(folder, found);
    return found;
  };

  return {
    presets: once(() =>
      presets.map(({ name, text }) => ({
        id: presetScheme + name,
        template: readTemplate(text, `${name}.md`),
        root: null,
      })),
    ),
    nearest(document) {
      for (const folder of foldersAbove(document)) {
        const found = templatesOf(folder);
        if (found.length > 0) return found;
      }
      return [];
    },
    configurationOf(document) {
      for (const folder of foldersAbove(document)) {
        const known = configured.get(folder);
        const found = known === undefined ? configurationIn(folder) : known;
        configured.set(folder, found);
        if (found !== null) return found;
      }
      return { ...noConfiguration, root: null, text: '' };
    },
    configurations: () => configurations,
    named(name) {
      const preset = this.presets().find(({ id }) => id === presetScheme + name);
      if (preset !== undefined) return preset;
      if (files.kindOf(name) !== 'file') throw unknownTemplate(name, this.presets());
      const path = files.absolute(name);
      const text = textOf(path);
      if (text === null) throw new UsageError(l10n.t('the template {0} can’t be read', name));
      return sourceOf(path, text);
    },
    rosterOf({ id, root, template: { options } }) {
      if (options.rosterFile === null || root === null) return options.roster;
      const path = `${dirname(id)}/${options.rosterFile}`;
      const inside = isInside(root, path, files);
      if (inside === null) report(path, l10n.t('does not exist'));
      else if (!inside) report(path, l10n.t('leads out of {0}; it is not read', root));
      const text = inside === true ? textOf(path) : null;
      if (text !== null) rosters.set(path, text);
      return text === null ? null : parseRoster(text);
    },
    hold(path, text) {
      held.set(files.absolute(path), text);
      byFolder.clear();
    },
    rosters() {
      for (const source of sources.values()) this.rosterOf(source);
      return rosters;
    },
    consulted: () => [...sources.values()],
    consultedAt(id, text) {
      const source = sources.get(id);
      return source?.template.text === text ? source : null;
    },
  };
}

function listTemplates(
  folder: string,
  files: FileSystem,
  report: (path: string, reason: string) => void,
): string[] {
  if (files.kindOf(folder) !== 'folder') return [];
  try {
    return files
      .list(folder)
      .filter(({ name, kind }) => kind === 'file' && /\.md$/i.test(name))
      .map(({ name }) => `${folder}/${name}`);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    report(folder, error.message);
    return [];
  }
}

/** Returns the folders from the document's upwards to the root of its git repository, else to the given path. */
export function searchedFolders({ location, within }: FoundDocument, files: FileSystem): string[] {
  const above = ancestors(location === null ? files.absolute(within) : dirname(location));
  const repository = above.findIndex(
    (folder) => files.kindOf(`${withoutSlash(folder)}/.git`) !== 'absent',
  );
  const last = repository === -1 ? above.indexOf(files.absolute(within)) : repository;
  return above.slice(0, last + 1);
}

function unknownTemplate(name: string, presetSources: readonly TemplateSource[]): UsageError {
  const names = presetSources.map(({ id }) => id.slice(presetScheme.length));
  const near = closestTo(name, names);
  return new UsageError(
    near === null
      ? l10n.t(
          'there is neither a file nor a preset “{0}”; the presets are {1}',
          name,
          names.join(', '),
        )
      : l10n.t('there is neither a file nor a preset “{0}”; did you mean “{1}”?', name, near),
  );
}

function isInside(folder: string, path: string, files: FileSystem): boolean | null {
  const [realFolder, realPath] = [files.resolved(folder), files.resolved(path)];
  if (realFolder === null || realPath === null) return null;
  return realPath.startsWith(`${withoutSlash(realFolder)}/`);
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/$/, '');
}
