import { noUsage, type TemplateUsage } from '../../core/meetings/evidence.ts';
import { noHistory, type History } from '../../core/meetings/history.ts';
import type { Claim, TemplateSource } from '../../core/claims/choose-template.ts';
import { decideClaim, type DocumentToClaim } from '../../core/claims/decide-claim.ts';
import {
  configurationFile,
  noConfiguration,
  withoutHiding,
  type Configuration,
} from '../../core/template/configuration.ts';
import type { Roster } from '../../core/template/roster.ts';
import { sizeLimit } from '../../core/minutes/size-limit.ts';
import type { MinutesSettings } from '../../protocol/settings.ts';
import type { Known } from '../series/history-of.ts';
import { isRemovalsFile } from '../series/removals.ts';
import { normalizeUri, parentOf, pathOf, schemeOf } from './document-uri.ts';
import type { Settings } from '../settings.ts';
import type { PlacedConfiguration, Templates } from './templates.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** The templates that may claim a document, and the user's choice among them. */
export type Candidates = Omit<DocumentToClaim, 'text'>;

/** What the workspace says about a document. */
export interface DocumentContext {
  readonly settings: MinutesSettings;
  /** What the repository says about checking, in a trusted workspace or not. */
  readonly configuration: Configuration;
  /** Null where no template may claim the document, as in the past version of a comparison. */
  readonly candidates: Candidates | null;
  readonly claim: Claim | { readonly state: 'too-large' };
  /** The roster of the template that claims the document. */
  readonly roster: Roster | null;
  readonly history: History;
  /** What the last minutes do, where the document is a template. */
  readonly usage: TemplateUsage;
  /** Whether the document is a roster file, or a template whose roster file can't be read. */
  readonly rosterFile: 'this' | 'absent' | null;
  /** What the document holds, where it is one of a repository's files in `.minutes/`. */
  readonly settingsFile: 'configuration' | 'removals' | null;
}

/** What a document's context is read from. */
export interface Workspace {
  readonly settings: Settings;
  readonly templates: Templates;
  readonly folders: WorkspaceFolders;
}

/** Reads what templates and settings say about a document. */
export async function readDocumentContext(
  uri: string,
  text: string,
  workspace: Workspace,
  known: Known,
): Promise<DocumentContext> {
  const settings = await workspace.settings.of(uri);
  const placed = await configurationOf(uri, settings, workspace);
  const candidates = await findCandidates(uri, settings, placed, workspace);
  const claim =
    text.length > sizeLimit ? { state: 'too-large' as const } : claimOf(text, candidates);
  const roster =
    claim.state === 'checked' ? await workspace.templates.rosterOf(claim.source) : null;
  const history =
    claim.state === 'checked' ? await known.historyOf(uri, text, claim.source) : noHistory;
  const usage = await usageOf(normalizeUri(uri), text, candidates, known);
  const rosterFile = await findRosterFile(normalizeUri(uri), candidates, workspace.templates);
  return {
    settings,
    configuration: placed?.configuration ?? noConfiguration,
    candidates,
    claim,
    roster,
    history,
    usage,
    rosterFile,
    settingsFile: settingsFileAt(uri),
  };
}

function usageOf(
  uri: string,
  text: string,
  candidates: Candidates | null,
  known: Known,
): Promise<TemplateUsage> {
  const source = candidates?.nearest.find(
    ({ id, template }) => id === uri && template.text === text,
  );
  return source === undefined ? Promise.resolve(noUsage) : known.usageOf(source);
}

async function findRosterFile(
  uri: string,
  candidates: Candidates | null,
  templates: Templates,
): Promise<DocumentContext['rosterFile']> {
  for (const source of candidates?.nearest ?? []) {
    const file = await templates.rosterFileOf(source);
    if (file?.uri === uri) return 'this';
    if (source.id === uri) return file?.text === null ? 'absent' : null;
  }
  return null;
}

/** Returns the template that claims a document; null where none does. */
export async function claimingTemplate(
  uri: string,
  text: string,
  workspace: Workspace,
): Promise<TemplateSource | null> {
  if (text.length > sizeLimit) return null;
  const settings = await workspace.settings.of(uri);
  const placed = await configurationOf(uri, settings, workspace);
  const candidates = await findCandidates(uri, settings, placed, workspace);
  const claim = claimOf(text, candidates);
  return claim.state === 'checked' ? claim.source : null;
}

/** Returns the configuration that holds for a document; what hides findings holds only where the workspace is trusted. */
async function configurationOf(
  uri: string,
  { restricted }: MinutesSettings,
  { templates }: Workspace,
): Promise<PlacedConfiguration | null> {
  const placed = await templates.configurationOf(uri);
  return placed === null || !restricted
    ? placed
    : { ...placed, configuration: withoutHiding(placed.configuration) };
}

function settingsFileAt(uri: string): DocumentContext['settingsFile'] {
  if (isRemovalsFile(uri)) return 'removals';
  return normalizeUri(uri).endsWith(`/.minutes/${configurationFile}`) ? 'configuration' : null;
}

async function findCandidates(
  uri: string,
  settings: MinutesSettings,
  placed: PlacedConfiguration | null,
  { templates, folders }: Workspace,
): Promise<Candidates | null> {
  const scheme = schemeOf(uri);
  const schemes = ['file', 'untitled', ...folders.all().map(schemeOf)];
  if (!schemes.includes(scheme)) return null;
  const untitled = scheme === 'untitled';
  const root = folders.of(uri) ?? (untitled ? folders.all()[0] : parentOf(uri));
  const named =
    root === undefined
      ? []
      : settings.templates.map(async ({ files, template }) => ({
          files,
          root: pathOf(root),
          source: await templates.named(root, template),
          name: template,
        }));
  return {
    id: normalizeUri(uri),
    path: untitled ? null : pathOf(uri),
    chosen: null,
    configuration: {
      ...(placed?.configuration ?? noConfiguration),
      root: placed === null ? null : pathOf(placed.folder),
    },
    nearest: await templates.nearest(uri),
    presets: templates.presets,
    settings: await Promise.all(named),
  };
}

function claimOf(text: string, candidates: Candidates | null): Claim {
  return candidates === null ? { state: 'unclaimed' } : decideClaim({ ...candidates, text });
}
