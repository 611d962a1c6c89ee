import { checkMinutes, type CheckInput } from '../checking/check-minutes.ts';
import { readWitness } from '../checking/witness.ts';
import { isCancelledAt } from '../matching/cancelled-meeting.ts';
import type { Matcher } from '../matching/matcher.ts';
import { evidenceOf, noUsage } from '../meetings/evidence.ts';
import { noHistory } from '../meetings/history.ts';
import { windowAround } from '../meetings/window.ts';
import type { Witness } from '../meetings/witness.ts';
import type { Finding } from '../rules/finding.ts';
import { once } from '../text/cached.ts';
import type { SeriesFile } from './found-series.ts';

/** What a check counts as today, so that no minutes of a folder are drafts. */
const endOfTime = '9999-12-31';

/** Minutes of a series as they are checked. */
type CheckedFile = Pick<SeriesFile, 'path' | 'minutes' | 'form'>;

/**
 * Returns what a template finds at warning or above in each of the minutes of a series, the earliest first,
 * where the others are evidence: what most of them do is no warning.
 */
export function findingsInSeries(
  files: readonly CheckedFile[],
  template: Matcher,
): readonly (readonly Finding[])[] {
  const witnesses = new Map<string, Witness>();
  const witnessOf = (file: CheckedFile): Witness => {
    const known = witnesses.get(file.path);
    if (known !== undefined) return known;
    const witness = { ...readWitness(file.path, inputOf(file, template)), date: file.form.date };
    witnesses.set(file.path, witness);
    return witness;
  };
  const held = files
    .filter(({ path, minutes }) => !isCancelledAt(minutes, template, path))
    .map((file) => ({ file, id: file.path, date: file.form.date }));
  return files.map((file) => {
    const from = { id: file.path, date: file.form.date };
    const evidence = once(() => {
      const window = windowAround(held, from, endOfTime, (each) => witnessOf(each.file));
      return evidenceOf(window, from.id, noUsage.since);
    });
    const history = { ...noHistory, evidence };
    return warningsIn({ ...inputOf(file, template), history });
  });
}

/** Returns what a template finds at warning or above in minutes by their text alone. */
export function findingsOf(file: CheckedFile, template: Matcher): readonly Finding[] {
  return warningsIn(inputOf(file, template));
}

function warningsIn(input: CheckInput): readonly Finding[] {
  return checkMinutes(input).filter(
    ({ severity }) => severity === 'warning' || severity === 'error',
  );
}

function inputOf({ path, minutes }: CheckedFile, template: Matcher): CheckInput {
  return {
    minutes,
    fileName: path,
    template,
    roster: template.options.roster,
    today: endOfTime,
    profile: 'final',
    severities: {},
    history: noHistory,
  };
}
