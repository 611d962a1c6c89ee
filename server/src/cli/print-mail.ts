import * as l10n from '@vscode/l10n';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { minutesMail } from '../core/publishing/mail.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import { openSeries } from './open-series.ts';

/** The options of `minutes mail`. */
export interface MailOptions {
  readonly template?: string;
  /** Only what was decided and promised. */
  readonly record?: true;
  readonly to?: readonly string[];
  /** The file of the mail; the standard output where it is left out. */
  readonly output?: string;
}

/**
 * Writes minutes as a mail that a mail program opens as a draft, and returns the exit code.
 * @throws UsageError where no template claims the minutes, or the file can't be written.
 */
export async function printMail(
  path: string,
  { record, to, output, ...options }: MailOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openSeries([path], { ...options, format: 'json' }, environment);
  const [document, ...others] = opened.documents;
  if (document === undefined || others.length > 0) {
    throw new UsageError(l10n.t('name the minutes of one meeting'));
  }
  const { text, minutes, template } = document;
  const mail = minutesMail(text, minutes, template, record === true ? 'record' : 'all');
  const composer = new MailComposer({
    subject: mail.subject,
    to: [...(to ?? mail.to)],
    cc: [...mail.cc],
    text: mail.text,
    html: mail.html,
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  if (output === undefined) environment.output.write(bytes.toString('utf8'));
  else {
    try {
      environment.files.write(output, bytes);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      throw new UsageError(`${output}: ${error.message}`);
    }
  }
  return 0;
}
