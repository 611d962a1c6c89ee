import * as l10n from '@vscode/l10n';
import { checkFile } from './check-file.ts';
import type { CheckInput } from './check-minutes.ts';
import type { ClaimReason } from '../claims/choose-template.ts';
import { dateOf } from '../matching/minutes-date.ts';
import type { Pair } from '../matching/pair.ts';
import { noEvidence } from '../meetings/evidence.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';

/** Why minutes are checked as they are. */
export interface Explanation {
  /** The template and why it applies, the era, and the window of the evidence. */
  readonly facts: readonly string[];
  /** What would be graver if other minutes didn't do the same. */
  readonly usual: readonly string[];
  /** Which heading stands for which line of the template. */
  readonly headings: readonly string[];
}

/** Returns why minutes are checked as they are; `place` says where their template is. */
export function explainMinutes(input: CheckInput, place: string, reason: ClaimReason): Explanation {
  const { minutes, template, fileName } = input;
  const places = {
    minutes: createLineIndex(minutes.text),
    template: createLineIndex(template.text),
  };
  const match = template.matchOf(minutes);
  const usual = usualFindings(input, places.minutes);
  return {
    facts: [
      l10n.t('Template: {0} ({1}), {2}', template.name, place, reasonOf(reason)),
      eraOf(input, dateOf(minutes, template, fileName)),
      windowOf(input),
    ],
    usual,
    headings: [
      ...[
        ...match.sections,
        ...match.teams.map((team) => ({ ...team, kind: 'exact' as const, slip: false })),
      ]
        .sort((a, b) => a.section.range.start - b.section.range.start)
        .map((pair) => headingOf(pair, places)),
      ...match.unexpected.map(({ section }) =>
        l10n.t(
          'line {0} “{1}”: not in the template',
          places.minutes.pointAt(section.range.start).line,
          section.heading.text,
        ),
      ),
      ...match.missing.map(({ expected }) =>
        l10n.t(
          'absent: line {0} of the template, “{1}”',
          places.template.pointAt(expected.range.start).line,
          expected.name,
        ),
      ),
    ],
  };
}

/** Returns an explanation as lines of text. */
export function explanationLines({ facts, usual, headings }: Explanation): readonly string[] {
  const indented = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => `  ${line}`);
  return [
    ...facts,
    usualTitle(usual),
    ...indented(usual),
    l10n.t('Headings:'),
    ...indented(headings),
  ];
}

/** Returns an explanation as a Markdown document about a file. */
export function explanationPage({ facts, usual, headings }: Explanation, fileName: string): string {
  const list = (lines: readonly string[]): string =>
    lines.map((line) => `- ${escapeMarkdown(line)}\n`).join('');
  return [
    `# ${escapeMarkdown(fileName)}\n`,
    list(facts),
    `${escapeMarkdown(usualTitle(usual))}\n`,
    list(usual),
    `## ${l10n.t('Headings:').replace(/[:：]$/, '')}\n`,
    list(headings),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function usualTitle(usual: readonly string[]): string {
  return usual.length === 0
    ? l10n.t('Evidence: nothing that most of the minutes around it do is at issue.')
    : l10n.t('Evidence: most of the minutes around it do the same, so these are hints at most:');
}

/** Returns which minutes are evidence. */
function windowOf({ history }: CheckInput): string {
  const { window } = history.evidence();
  const [first] = window;
  const last = window.at(-1);
  return first === undefined || last === undefined
    ? l10n.t('Window: fewer than three minutes, which are no evidence')
    : l10n.t(
        'Window: {0} minutes, from {1} to {2}',
        window.length,
        first.date ?? nameOf(first.id),
        last.date ?? nameOf(last.id),
      );
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Shows a text as it is, whatever Markdown would make of it. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&-]/g, '\\$&');
}

function reasonOf(reason: ClaimReason): string {
  switch (reason.kind) {
    case 'modeline':
      return l10n.t('named by the file’s modeline');
    case 'setting':
      return l10n.t('by the setting for “{0}”', reason.glob);
    case 'files':
      return l10n.t('whose “files” has “{0}”', reason.glob);
    case 'chosen':
      return l10n.t('chosen for this run');
  }
}

function eraOf({ template }: CheckInput, date: string | null): string {
  const { from, until } = template.options;
  const era =
    from === null && until === null ? l10n.t('always') : [from ?? '…', until ?? '…'].join(' – ');
  return l10n.t('Date: {0}; the template holds {1}', date ?? l10n.t('none'), era);
}

/** Returns what would be graver if other minutes didn't do the same. */
function usualFindings(input: CheckInput, lines: LineIndex): readonly string[] {
  const { history } = input;
  const alone = checkFile({ ...input, history: { ...history, evidence: () => noEvidence } });
  const found = new Set(checkFile(input).map(keyOf));
  return alone
    .filter((finding) => !found.has(keyOf(finding)))
    .map(({ rule, message, range }) => `${lines.pointAt(range.start).line}: ${rule} ${message}`);
}

function keyOf({ rule, severity, range }: ReturnType<typeof checkFile>[number]): string {
  return [rule, severity, range.start].join();
}

function headingOf(
  { expected, section, kind, slip }: Pick<Pair, 'expected' | 'section' | 'kind' | 'slip'>,
  places: { readonly minutes: LineIndex; readonly template: LineIndex },
): string {
  const line = places.minutes.pointAt(section.range.start).line;
  const asked = places.template.pointAt(expected.range.start).line;
  const { text } = section.heading;
  const difference = slip ? l10n.t('misspelled') : differenceOf(kind);
  return difference === null
    ? l10n.t('line {0} “{1}”: line {2} of the template, “{3}”', line, text, asked, expected.name)
    : l10n.t(
        'line {0} “{1}”: line {2} of the template, “{3}”, though {4}',
        line,
        text,
        asked,
        expected.name,
        difference,
      );
}

function differenceOf(kind: Pair['kind']): string | null {
  const differences: Readonly<Record<typeof kind, string | null>> = {
    exact: null,
    title: null,
    moved: l10n.t('out of order'),
    level: l10n.t('at another level'),
    elsewhere: l10n.t('below another heading'),
    duplicate: l10n.t('once more'),
  };
  return differences[kind];
}
