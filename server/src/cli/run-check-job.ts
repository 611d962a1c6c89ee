import { checkOpened } from './check-document.ts';
import type { CheckedApart, CheckJob, Told } from './check-job.ts';
import type { Environment } from './environment.ts';
import { openFound } from './open-documents.ts';
import { startRun } from './run.ts';
import { useTranslations } from './use-translations.ts';

/** Checks the documents of a job one after the other, and returns what is to be sent back of each. */
export function runCheckJob(
  { documents, options, locale }: CheckJob,
  environment: Environment,
): readonly CheckedApart[] {
  useTranslations({ ...environment, locale });
  let told: Told[] = [];
  const run = startRun(options, environment, (each) => {
    told.push(each);
  });
  return documents.map((document) => {
    const { template, text, ...report } = checkOpened(openFound(document, environment.files), run);
    const shown = report.findings.length > 0 ? text : '';
    const checked = { report: { ...report, text: shown }, templateId: template?.id ?? null, told };
    told = [];
    return checked;
  });
}
