import { checkAndKeep } from './check-kept.ts';
import type { CheckedApart, CheckJob, Notice } from './check-job.ts';
import type { Environment } from './environment.ts';
import { openFound } from './open-documents.ts';
import { readingOnce } from './read-once.ts';
import { emptyResults } from './results/open-results.ts';
import { startRun } from './run.ts';
import { useTranslations } from './use-translations.ts';

/** Checks the documents of a job one after the other, as it is asked for them, and returns what is to be sent back of each. */
export function* runCheckJob(
  { documents, options, locale, isKept }: CheckJob,
  outside: Environment,
): Generator<CheckedApart, void> {
  const environment = { ...outside, files: readingOnce(outside.files) };
  useTranslations({ ...environment, locale });
  let notices: Notice[] = [];
  const run = startRun(
    options,
    environment,
    (each) => {
      notices.push(each);
    },
    isKept ? emptyResults(environment) : null,
  );
  for (const document of documents) {
    const opened = openFound(document, environment.files);
    const { template, text, ...report } = checkAndKeep(
      document,
      opened,
      run,
      () => notices.length > 0,
    );
    const shown = report.findings.length > 0 ? text : '';
    yield {
      report: { ...report, text: shown },
      templateId: template?.id ?? null,
      notices,
      part: run.results?.partOf(document) ?? null,
    };
    notices = [];
  }
}
