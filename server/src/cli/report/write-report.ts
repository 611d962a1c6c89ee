import * as l10n from '@vscode/l10n';
import { buildSite } from '../../core/publishing/site/build-site.ts';
import { siteMeetings } from '../../core/publishing/site/site-meeting.ts';
import { FileError, UsageError, type Environment } from '../environment.ts';
import { openPublished } from '../open-published.ts';
import { tellUnreadable } from '../open-series.ts';
import { printableLine } from '../printable-text.ts';
import { countFindings } from './count-findings.ts';
import { atomFeed, calendar } from './feeds.ts';
import { openFolder } from './site-folder.ts';

/** The options of `minutes report`. */
export interface ReportOptions {
  readonly template?: string;
  readonly output: string;
  readonly baseUrl?: string;
  /** A style sheet of the group's own. */
  readonly style?: string;
}

/**
 * Writes a site of the minutes of the given paths, and returns the exit code.
 * @throws UsageError where no template claims any, or the folder has files that are not the site's.
 */
export async function writeReport(
  paths: readonly string[],
  options: ReportOptions,
  environment: Environment,
): Promise<number> {
  const { files, output, today } = environment;
  const baseUrl = readBaseUrl(options.baseUrl);
  const style = options.style === undefined ? null : readStyle(options.style, environment);
  const { meetings, name, opened } = await openPublished(paths, options, environment);
  const findings = await countFindings(paths, options, environment);
  const language = environment.locale ?? 'en';
  const pages = siteMeetings(meetings);
  const folder = openFolder(options.output, files);
  try {
    const input = { name, series: opened.series, meetings, findings, today, language, baseUrl };
    for (const { path, text } of buildSite({ ...input, hasOwnStyle: style !== null })) {
      folder.write(path, text);
    }
    if (baseUrl !== null) {
      folder.write('feed.xml', atomFeed({ name, meetings: pages, baseUrl, language }));
    }
    folder.write('meetings.ics', calendar({ name, meetings: pages, baseUrl }));
    for (const asset of ['style.css', 'site.js']) folder.write(asset, environment.asset(asset));
    if (style !== null) folder.write('custom.css', style);
    const count = folder.finish();
    output.write(`${printableLine(l10n.t('{0}: {1} files', options.output, count))}\n`);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(error.message);
  }
  return tellUnreadable(opened, environment);
}

function readBaseUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^https?:\/\/[^\s"'<>?#]+$/.test(text)) {
    throw new UsageError(
      l10n.t('--base-url must be an address such as https://example.org/minutes/'),
    );
  }
  return text.endsWith('/') ? text : `${text}/`;
}

function readStyle(path: string, { files }: Environment): string {
  const read = files.read(path);
  if ('reason' in read) throw new UsageError(`${path}: ${read.reason}`);
  return new TextDecoder().decode(read.bytes);
}
