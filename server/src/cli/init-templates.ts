import { basename, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { FolderFile } from '../core/deriving/found-series.ts';
import { kindsOfFindings, type FindingKind } from '../core/deriving/kinds-of-findings.ts';
import {
  proposeTemplates,
  type FolderProposal,
  type Proposal,
} from '../core/deriving/propose-templates.ts';
import { describePreset, presetTemplate } from '../core/scaffolding/preset-template.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { presets } from '../core/template/presets.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import { templateFolder } from './find-documents.ts';
import { openDocuments } from './open-documents.ts';
import { printableJson, printableLine, printableText } from './printable-text.ts';

/** The options of `minutes init`. */
export interface InitOptions {
  readonly format: 'pretty' | 'json';
  readonly preset?: string;
  readonly write?: true;
  readonly dryRun?: true;
}

/** What `init` would write, or has written. */
interface InitFile {
  readonly path: string;
  readonly text: string;
  readonly proposal: Proposal | null;
  /** Why it can't be written; null where it could, or wasn't to be. */
  readonly failure: string | null;
}

/**
 * Proposes a template for each series of minutes below a folder, reports what it would find, and writes it where asked to.
 * Returns the exit code.
 * @throws UsageError where there is no such folder or preset.
 */
export async function initTemplates(
  folder: string,
  options: InitOptions,
  environment: Environment,
): Promise<number> {
  const { files } = environment;
  if (files.kindOf(folder) !== 'folder')
    throw new UsageError(l10n.t('there is no folder {0}', folder));
  const { failures, found } = await readFolder(folder, environment);
  const proposed =
    options.preset === undefined
      ? proposeTemplates(found, basename(files.absolute(folder)))
      : { proposals: [], others: [] };
  const chosen = options.preset === undefined ? [] : [presetFile(options.preset, folder)];
  const write = options.write === true && options.dryRun !== true;
  const written = [
    ...proposed.proposals.map((proposal) => ({ ...fileOf(proposal, folder), proposal })),
    ...chosen,
  ].map((file) => (write ? writeFile(file, folder, environment) : file));
  environment.output.write(
    options.format === 'json'
      ? `${printableJson(jsonOf(written, write, proposed))}\n`
      : printableText(prettyOf(written, write, proposed, folder)),
  );
  for (const { path, reason } of [...failures, ...failuresOf(written)]) {
    environment.errors.write(`minutes: ${printableLine(path)}: ${printableLine(reason)}\n`);
  }
  return failures.length + failuresOf(written).length > 0 ? 2 : 0;
}

async function readFolder(
  folder: string,
  environment: Environment,
): Promise<{
  readonly found: readonly FolderFile[];
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}> {
  const hidden = `${folder.replace(/\/$/, '')}/.github`;
  const folders = environment.files.kindOf(hidden) === 'folder' ? [folder, hidden] : [folder];
  const opened = await openDocuments(folders, {}, environment);
  return {
    found: opened.flatMap((each) => {
      const path = relative(folder, each.path).replaceAll('\\', '/');
      if (!('document' in each) || path.split('/').includes(templateFolder)) return [];
      return [{ path, text: each.document.decoded.text }];
    }),
    failures: opened.flatMap((each) => ('reason' in each ? [each] : [])),
  };
}

function fileOf({ name, text }: Proposal, folder: string): InitFile {
  return { path: pathOf(name, folder), text, proposal: null, failure: null };
}

function presetFile(name: string, folder: string): InitFile {
  const preset = presets.find((each) => each.name === name);
  if (preset === undefined) {
    const names = presets.map((each) => each.name).join(', ');
    throw new UsageError(l10n.t('there is no preset “{0}”; the presets are {1}', name, names));
  }
  return {
    path: pathOf(name, folder),
    text: presetTemplate(preset),
    proposal: null,
    failure: null,
  };
}

function pathOf(name: string, folder: string): string {
  return `${folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`}${templateFolder}/${name}.md`;
}

function writeFile(file: InitFile, folder: string, { files }: Environment): InitFile {
  try {
    files.create(file.path, { bytes: new TextEncoder().encode(file.text), within: folder });
    return file;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { ...file, failure: error.message };
  }
}

function failuresOf(
  files: readonly InitFile[],
): readonly { readonly path: string; readonly reason: string }[] {
  return files.flatMap(({ path, failure }) =>
    failure === null ? [] : [{ path, reason: failure }],
  );
}

/** How many of the latest minutes show how well a template fits. */
const latest = 60;

function prettyOf(
  files: readonly InitFile[],
  write: boolean,
  { others }: FolderProposal,
  folder: string,
): string {
  if (files.length === 0) {
    const gallery = presets.map(({ name }) => `  ${name}: ${describePreset(name)}\n`).join('');
    return `${l10n.t('There are no three minutes here that are named alike.')} ${l10n.t('Begin with a preset: minutes init --preset NAME --write')}\n${gallery}`;
  }
  const parts = files.map((file) => prettyFile(file, folder));
  const notes = [
    ...(others.length === 0
      ? []
      : [l10n.t('Other files, named like no series: {0}.', others.length)]),
    write ? '' : l10n.t('Nothing was written: add --write to write it.'),
  ].filter((note) => note !== '');
  return [...parts, ...notes].join('\n') + (notes.length > 0 ? '\n' : '');
}

function prettyFile({ path, text, proposal }: InitFile, folder: string): string {
  const indented = text.replace(/^(?=.)/gm, '    ');
  if (proposal === null) return `${path}\n\n${indented}`;
  const lines = createLineIndex(text);
  const doubts = proposal.doubts.map(
    ({ range, message }) => `  ${path}:${lines.pointAt(range.start).line} ${message}\n`,
  );
  const start =
    proposal.start === null
      ? []
      : [`  ${l10n.t('Its starting content is from {0}.', proposal.start)}\n`];
  return [
    `${path}: ${describeMinutes(proposal)}\n\n${indented}\n`,
    ...start,
    ...doubts,
    ...fitOf(proposal, folder),
  ].join('');
}

function describeMinutes({ minutes }: Proposal): string {
  const first = minutes[0]?.date ?? null;
  const last = minutes.at(-1)?.date ?? null;
  return first === null || last === null
    ? l10n.t('for {0} minutes', minutes.length)
    : l10n.t('for {0} minutes from {1} to {2}', minutes.length, first, last);
}

function fitOf({ minutes }: Proposal, folder: string): readonly string[] {
  const counted = minutes.slice(-latest);
  const unfit = counted.filter(({ findings }) => findings.length > 0);
  const fit = String(counted.length - unfit.length);
  if (unfit.length === 0)
    return [`  ${l10n.t('All of the last {0} minutes fit.', counted.length)}\n`];
  const prefix = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  return [
    `  ${l10n.t('{0} of the last {1} minutes fit; {2} have findings:', fit, counted.length, unfit.length)}\n`,
    ...kindsOfFindings(unfit).map((kind) => `    ${prefix}${kindLine(kind)}\n`),
  ];
}

function kindLine({ finding, path, line, column, more }: FindingKind): string {
  const others = more === 0 ? '' : ` ${l10n.t('(and {0} more)', more)}`;
  return `${path}:${line}:${column} ${finding.rule} ${finding.message}${others}`;
}

function jsonOf(
  files: readonly InitFile[],
  write: boolean,
  { others }: FolderProposal,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    templates: files.map(({ path, text, proposal, failure }) => ({
      path,
      text,
      written: write && failure === null,
      start: proposal?.start ?? null,
      doubts: (proposal?.doubts ?? []).map(({ range, message }) => ({
        line: createLineIndex(text).pointAt(range.start).line,
        message,
      })),
      minutes: (proposal?.minutes ?? []).map((own) => ({
        path: own.path,
        date: own.date,
        findings: own.findings.map(({ rule, severity, message, range }) => ({
          rule,
          severity,
          message,
          line: createLineIndex(own.text).pointAt(range.start).line,
        })),
      })),
    })),
    others,
  };
}
