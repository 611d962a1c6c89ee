import * as l10n from '@vscode/l10n';
import type { Finding } from '../rules/finding.ts';
import { allSections } from '../matching/heading-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { dateOf } from '../matching/minutes-date.ts';
import { recordOf, type MeetingRecord } from '../record/meeting-record.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { sliceRange } from '../text/offset-range.ts';
import { firstLine } from '../text/split-lines.ts';
import type { PreviewMark } from './preview/preview-places.ts';
import type { PreviewTemplate } from './preview/preview-plugin.ts';
import { unfilledPlaces } from './unfilled-places.ts';

/** Each mark is looked for whenever the preview is drawn. */
const mostMarks = 500;

/** Minutes with their template and the name of their file, null where they have none. */
interface PreviewedMinutes {
  readonly minutes: Minutes;
  readonly template: Matcher;
  readonly fileName: string | null;
}

/** Returns what a preview of minutes needs to know of them and of their template. */
export function previewTemplate(
  { minutes, template, fileName }: PreviewedMinutes,
  findings: readonly Finding[],
  today: string,
): PreviewTemplate {
  const date = dateOf(minutes, template, fileName);
  const sections = allSections(template);
  const lines = createLineIndex(minutes.text);
  return {
    teams: sections.flatMap(({ children, name, aliases }) =>
      children.flatMap(({ team, depth }) =>
        team === null
          ? []
          : [
              {
                form: team.form,
                statuses: team.statuses,
                orgs: team.orgs,
                depth,
                parents: [name, ...aliases].map(normalizeText),
              },
            ],
      ),
    ),
    roadmaps: sections.flatMap(({ table }) =>
      table === null
        ? []
        : [table.header, ...table.otherHeaders].map(([first = '']) => normalizeText(first)),
    ),
    unfilled: template.options.unfilled.map(normalizeText),
    marks: [
      ...openActions(recordOf(minutes.text, minutes.headings, template, date), lines, today),
      ...unfilledMarks(minutes, template, lines, findings),
    ].slice(0, mostMarks),
  };
}

function openActions(
  { actions }: MeetingRecord,
  lines: LineIndex,
  today: string,
): readonly PreviewMark[] {
  return actions.flatMap(({ done, due, range, source }) =>
    done
      ? []
      : [
          {
            kind: 'open-action',
            line: lines.pointAt(range.start).line,
            text: contentOf(firstLine(source)),
            label: due !== null && due < today ? l10n.t('overdue since {0}', due) : l10n.t('open'),
          },
        ],
  );
}

function unfilledMarks(
  minutes: Minutes,
  template: Matcher,
  lines: LineIndex,
  findings: readonly Finding[],
): readonly PreviewMark[] {
  const { text, headings } = minutes;
  return unfilledPlaces(minutes, template, findings).flatMap((range): readonly PreviewMark[] => {
    const { line } = lines.pointAt(range.start);
    if (range.start < range.end)
      return [{ kind: 'unfilled', line, text: firstLine(sliceRange(text, range)), label: null }];
    const heading = headings.findLast((each) => each.range.end <= range.start);
    if (heading === undefined) return [];
    return [
      {
        kind: 'empty',
        line: lines.pointAt(heading.range.start).line,
        text: sliceRange(text, heading.contentRange).trim(),
        label: l10n.t('empty'),
      },
    ];
  });
}

/** Returns what a line says after what makes it an item or a quote. */
function contentOf(line: string): string {
  return line.replace(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/, '').trim();
}
