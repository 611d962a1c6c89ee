import * as l10n from '@vscode/l10n';
import { checkMinutes, type CheckInput } from '../core/checking/check-minutes.ts';
import type { ClaimReason } from '../core/claims/choose-template.ts';
import type { Pair } from '../core/matching/pair.ts';
import { dateOf } from '../core/matching/minutes-date.ts';
import { noEvidence } from '../core/meetings/evidence.ts';
import { createLineIndex, type LineIndex } from '../core/text/line-index.ts';
import { claimDocument, type ClaimedDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments, type OpenDocument } from './open-documents.ts';
import { printableLine } from './printable-text.ts';
import type { RunOptions } from './run-options.ts';
import { startRun, type Run } from './run.ts';

type ClaimedMinutes = Extract<ClaimedDocument, { kind: 'minutes' }>;

/**
 * Prints why a file is checked as it is: its template and era, what other minutes make usual,
 * and which heading is matched with which line of the template. Returns the exit code.
 * @throws UsageError where the file can't be read.
 */
export async function explainFile(
  path: string,
  options: Pick<RunOptions, 'template'>,
  environment: Environment,
): Promise<number> {
  const outputs = [{ format: 'pretty' as const, file: null }];
  const run = startRun({ ...options, outputs, profile: 'auto', minSeverity: 'hint' }, environment);
  const [opened] = await openDocuments([path], {}, environment);
  if (opened === undefined || 'reason' in opened) {
    throw new UsageError(`${path}: ${opened?.reason ?? ''}`);
  }
  const { document } = opened;
  const claimed = claimDocument(document, document.decoded.text, run.claiming);
  const lines =
    claimed.kind === 'minutes'
      ? explainMinutes(claimed, document, run)
      : [claimed.kind === 'template' ? l10n.t('It is a template.') : claimed.reason];
  environment.output.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
  return 0;
}

function explainMinutes(
  claimed: ClaimedMinutes,
  document: OpenDocument,
  run: Run,
): readonly string[] {
  const { source, reason } = claimed;
  const input = run.inputOf(claimed, document);
  const { minutes, template, fileName } = input;
  const places = {
    minutes: createLineIndex(minutes.text),
    template: createLineIndex(template.text),
  };
  const match = template.matchOf(minutes);
  const usual = usualFindings(input, places.minutes);
  return [
    l10n.t('Template: {0} ({1}), {2}', template.name, source.id, reasonOf(reason)),
    eraOf(input, dateOf(minutes, template, fileName)),
    usual.length === 0
      ? l10n.t('Evidence: nothing that most of the minutes around it do is at issue.')
      : l10n.t('Evidence: most of the minutes around it do the same, so these are hints at most:'),
    ...usual.map((line) => `  ${line}`),
    l10n.t('Headings:'),
    ...[...match.sections, ...match.teams.map((team) => ({ ...team, kind: 'exact' as const }))]
      .sort((a, b) => a.section.range.start - b.section.range.start)
      .map((pair) => headingOf(pair, places)),
    ...match.unexpected.map(({ section }) =>
      l10n.t(
        '  line {0} “{1}”: not in the template',
        places.minutes.pointAt(section.range.start).line,
        section.heading.text,
      ),
    ),
    ...match.missing.map(({ expected }) =>
      l10n.t(
        '  absent: line {0} of the template, “{1}”',
        places.template.pointAt(expected.range.start).line,
        expected.name,
      ),
    ),
  ];
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
  const alone = checkMinutes({ ...input, history: { ...history, evidence: () => noEvidence } });
  const found = new Set(checkMinutes(input).map(keyOf));
  return alone
    .filter((finding) => !found.has(keyOf(finding)))
    .map(({ rule, message, range }) => `${lines.pointAt(range.start).line}: ${rule} ${message}`);
}

function keyOf({ rule, severity, range }: ReturnType<typeof checkMinutes>[number]): string {
  return [rule, severity, range.start].join();
}

function headingOf(
  { expected, section, kind }: Pick<Pair, 'expected' | 'section' | 'kind'>,
  places: { readonly minutes: LineIndex; readonly template: LineIndex },
): string {
  const line = places.minutes.pointAt(section.range.start).line;
  const asked = places.template.pointAt(expected.range.start).line;
  const { text } = section.heading;
  return kind === 'exact' || kind === 'title'
    ? l10n.t('  line {0} “{1}”: line {2} of the template, “{3}”', line, text, asked, expected.name)
    : l10n.t(
        '  line {0} “{1}”: line {2} of the template, “{3}”, though {4}',
        line,
        text,
        asked,
        expected.name,
        differenceOf(kind),
      );
}

function differenceOf(kind: Exclude<Pair['kind'], 'exact' | 'title'>): string {
  const differences: Readonly<Record<typeof kind, string>> = {
    misspelled: l10n.t('misspelled'),
    moved: l10n.t('out of order'),
    level: l10n.t('at another level'),
    elsewhere: l10n.t('below another heading'),
    duplicate: l10n.t('once more'),
  };
  return differences[kind];
}
