import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { refreshDraft, type RefreshedDraft } from '../core/scaffolding/refresh-draft.ts';
import type { Roster } from '../core/template/roster.ts';
import { decodeText, encodeText } from './decode-text.ts';
import { FileError, type Environment } from './environment.ts';
import { printableJson, printableLine } from './printable-text.ts';
import { seriesBelow } from './series-below.ts';

/** What drafts are refreshed with. */
export interface RefreshInput {
  readonly source: TemplateSource;
  readonly roster: Roster | null;
  readonly root: string;
  readonly today: string;
  readonly dryRun: boolean;
  readonly format: 'pretty' | 'json';
}

interface Refreshed {
  readonly path: string;
  readonly changes: RefreshedDraft['changes'];
  readonly failure: string | null;
}

/** Brings the minutes of today and later to the present template and roster, reports what changes, and returns the exit code. */
export function refreshDrafts(input: RefreshInput, environment: Environment): number {
  const { source, root, today, dryRun, format } = input;
  const { minutes } = seriesBelow(source, root, environment);
  const drafts = minutes.flatMap(({ path, date }) =>
    date !== null && date >= today ? (refresh(path, date, input, environment) ?? []) : [],
  );
  environment.output.write(
    format === 'json'
      ? `${printableJson({ version: 1, written: !dryRun, drafts: drafts.map(toJson) })}\n`
      : drafts.map(pretty).join('') || `${l10n.t('All drafts are as they would be made today.')}\n`,
  );
  for (const { path, failure } of drafts) {
    if (failure !== null) {
      environment.errors.write(`minutes: ${printableLine(path)}: ${printableLine(failure)}\n`);
    }
  }
  return drafts.some(({ failure }) => failure !== null) ? 2 : 0;
}

function refresh(
  path: string,
  date: string,
  { source, roster, root, dryRun }: RefreshInput,
  { files }: Environment,
): Refreshed | null {
  const location = `${root}/${path}`;
  const read = files.read(location);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  if (!('bytes' in read) || 'reason' in decoded) {
    return { path, changes: [], failure: 'reason' in decoded ? decoded.reason : '' };
  }
  const { template } = source;
  const fileName = basename(path);
  const { text, changes } = refreshDraft({ text: decoded.text, fileName, template, roster, date });
  if (changes.length === 0) return null;
  try {
    if (!dryRun) {
      const bytes = encodeText({ ...decoded, text });
      files.replace(location, { expected: read.bytes, bytes, within: root });
    }
    return { path, changes, failure: null };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { path, changes, failure: error.message };
  }
}

function pretty({ path, changes }: Refreshed): string {
  const lines = changes.map(({ description }) => `  ${printableLine(description)}\n`);
  return `${printableLine(path)}\n${lines.join('')}`;
}

function toJson({ path, changes, failure }: Refreshed): object {
  return { path, changes: changes.map(({ description }) => description), failure };
}
