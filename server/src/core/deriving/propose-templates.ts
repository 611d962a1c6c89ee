import { readTemplate } from '../matching/matcher.ts';
import type { Finding } from '../rules/finding.ts';
import { dayAfter } from '../text/calendar-date.ts';
import { english } from '../text/date-names.ts';
import { mostFrequent } from './common-pattern.ts';
import { localesOfDays } from './dates-in-text.ts';
import { findDoubts, type Doubt } from './doubts.ts';
import type { DerivedTemplate } from './derived-template.ts';
import { separateCancelled } from './derive-cancelled.ts';
import { deriveSchedule } from './derive-schedule.ts';
import { deriveSections } from './derive-sections.ts';
import { deriveUnfilled } from './derive-unfilled.ts';
import { formsOverTime } from './forms-over-time.ts';
import { findingsInSeries } from './findings-in-series.ts';
import { findSeries, type FolderFile, type FoundSeries, type SeriesFile } from './found-series.ts';
import { withRecurringBoldLines } from './recurring-bold-lines.ts';
import { refineTemplate } from './refine-template.ts';
import { seriesGlobs } from './series-globs.ts';
import { findTemplateFile, startFromFile } from './start-from-file.ts';
import { standingText } from './standing-text.ts';
import { usualMinutes } from './usual-minutes.ts';
import { writeTemplate } from './write-template.ts';

/** A template that is proposed for a series, with what it would find. */
export interface Proposal {
  /** The file's name in `.minutes/`, without its ending. */
  readonly name: string;
  readonly text: string;
  readonly doubts: readonly Doubt[];
  /** Path of the group's own template file that its starting content is from; null where there is none. */
  readonly start: string | null;
  /** The minutes that it would claim, the earliest first. */
  readonly minutes: readonly ProposedMinutes[];
}

/** Minutes that a proposed template would claim. */
export interface ProposedMinutes {
  readonly path: string;
  readonly date: string | null;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What is proposed for a folder. */
export interface FolderProposal {
  readonly proposals: readonly Proposal[];
  /** Paths of files that are no minutes of a series. */
  readonly others: readonly string[];
}

/** How many of the latest minutes say what the form is. */
const window = 20;

/** Returns a template for each series of a folder's Markdown files, and for each form that a series had. */
export function proposeTemplates(files: readonly FolderFile[], folderName: string): FolderProposal {
  const { series, others } = findSeries(files, folderName);
  return {
    proposals: series.flatMap((found) => proposeForSeries(found, files)),
    others: others.map(({ path }) => path),
  };
}

function proposeForSeries(series: FoundSeries, all: readonly FolderFile[]): readonly Proposal[] {
  const own = new Set(series.files.map(({ path }) => path));
  const others = all.flatMap(({ path }) => (own.has(path) ? [] : [path]));
  const globs = seriesGlobs(series.form, [...own], others);
  const forms = formsOverTime(series.files);
  const names = namesOfForms(series.name, forms);
  return forms
    .map((files, index): Proposal => {
      const before = forms[index - 1]?.at(-1)?.form.date ?? null;
      const isLast = index === forms.length - 1;
      const template: DerivedTemplate = {
        ...deriveForm(usualMinutes(files)),
        name: names[index] ?? series.name,
        files: globs,
        from: before === null ? null : dayAfter(before),
        until: isLast ? null : (files.at(-1)?.form.date ?? null),
      };
      return propose(template, files, isLast ? all : []);
    })
    .toReversed();
}

/** The form that holds has the name of the series; those before it are distinguished by their last year, and by its month where a year has several. */
function namesOfForms(name: string, forms: readonly (readonly SeriesFile[])[]): readonly string[] {
  const ends = forms.map((files) => files.at(-1)?.form.date ?? 'earlier');
  return ends.map((end, index) => {
    if (index === forms.length - 1) return name;
    const year = end.slice(0, 4);
    const isAlone = ends.filter((other) => other.startsWith(year)).length === 1;
    return `${name}-${isAlone ? year : end.slice(0, 'YYYY-MM-DD'.length)}`;
  });
}

function deriveForm(
  files: readonly SeriesFile[],
): Omit<DerivedTemplate, 'name' | 'files' | 'from' | 'until'> {
  const locale = localeOf(files.slice(-window));
  const { held, cancelled } = separateCancelled(files, locale);
  const latest = withRecurringBoldLines(held.slice(-window));
  const { sections, roster } = deriveSections(latest);
  const dates = files.flatMap(({ form }) => form.date ?? []);
  return {
    fileName: fileNameOf(files),
    locale,
    schedule: deriveSchedule(dates)?.rule ?? null,
    unfilled: [],
    cancelled,
    roster,
    preamble: standingText(latest.map(beforeHeadings)),
    sections,
  };
}

/** Returns the language that reads most days in headings; null where that is English, or their months are numbers. */
function localeOf(files: readonly SeriesFile[]): string | null {
  const locales = files.flatMap(({ minutes }) =>
    minutes.headings.flatMap(({ text }) => localesOfDays(text)),
  );
  const usual = mostFrequent(locales, 0);
  return usual === english ? null : usual;
}

/** Returns the pattern of the names where all have it, with the folders that say the year where the names don’t. */
function fileNameOf(files: readonly SeriesFile[]): string | null {
  const { name, folder } = files.at(-1)?.form ?? { name: '', folder: '' };
  if (!name.includes('{')) return null;
  const dated = /\{date:YYYY.*$/.exec(folder)?.[0] ?? '';
  const isPartial = name.includes('{date:') && !name.includes('YYYY') && !dated.includes('*');
  return isPartial ? dated + name : name;
}

function beforeHeadings({ minutes, form }: SeriesFile): Parameters<typeof standingText>[0][number] {
  const start = minutes.frontMatter?.end ?? 0;
  const end = minutes.headings[0]?.range.start ?? start;
  return { minutes, range: { start, end }, date: form.date };
}

function propose(
  derived: DerivedTemplate,
  files: readonly SeriesFile[],
  others: readonly FolderFile[],
): Proposal {
  const start = findTemplateFile(derived.sections, others);
  const sections = start === null ? derived.sections : startFromFile(derived.sections, start);
  const latest = usualMinutes(files).slice(-window);
  const unfilled = deriveUnfilled(latest, start);
  const written = writeTemplate(refineTemplate({ ...derived, sections, unfilled }, latest));
  const read = readTemplate(written.text, `${derived.name}.md`);
  const findings = findingsInSeries(files, read);
  return {
    name: derived.name,
    text: written.text,
    doubts: findDoubts(written),
    start: start?.path ?? null,
    minutes: files.map((file, index) => ({
      path: file.path,
      date: file.form.date,
      text: file.text,
      findings: findings[index] ?? [],
    })),
  };
}
