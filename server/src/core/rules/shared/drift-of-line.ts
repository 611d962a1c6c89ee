import * as l10n from '@vscode/l10n';
import type { Drift } from '../../meetings/drift.ts';
import { allSections } from '../../matching/heading-match.ts';
import { allowFileName } from '../../template/template-edits.ts';
import type { Template } from '../../template/template.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Fix } from '../finding.ts';
import type { Report } from '../rule.ts';
import { placeholdersOf } from './date-departure.ts';

/** Reports the form of a date that most write otherwise; the repair changes it wherever the template has it. */
export function reportForm(
  { departure: { line, instead }, count, of }: Drift,
  template: Template,
): readonly Report[] {
  const all = placeholdersOf(template);
  const own = all.find(({ start }) => start === line);
  if (own === undefined) return [];
  const edits = all
    .filter(({ text }) => text === own.text)
    .map(({ start, text }) => ({ range: { start, end: start + text.length }, text: instead }));
  const fix = repair(l10n.t('Change the date to {0}', instead), ...edits);
  return [
    {
      message: l10n.t('{0} of the last {1} minutes write the date as {2}', count, of, instead),
      range: { start: line, end: line + own.text.length },
      related: [],
      fixes: fix === null ? [] : [fix],
    },
  ];
}

/** Reports the form of file names that most have instead. */
export function reportFileName(
  { departure: { instead }, count, of }: Drift,
  template: Template,
): readonly Report[] {
  const allowed = allowFileName(template, instead);
  if (allowed === null) return [];
  const fix = repair(l10n.t('Allow file names of the form “{0}”', instead), allowed.edit);
  return [
    {
      message: l10n.t(
        '{0} of the last {1} minutes have a file name of the form “{2}”',
        count,
        of,
        instead,
      ),
      range: allowed.range,
      related: [],
      fixes: fix === null ? [] : [fix],
    },
  ];
}

/** Reports a field that most minutes do without. */
export function reportField(
  { departure: { line }, count, of }: Drift,
  template: Template,
): readonly Report[] {
  const fields = [template.preamble, ...allSections(template)].flatMap((each) => each.fields);
  const field = fields.find(({ range }) => range.start === line);
  if (field === undefined) return [];
  const { start, end } = field.range;
  const last = start + template.text.slice(start, end).lastIndexOf('}');
  const fix =
    field.placeholders.length === 0
      ? null
      : repair(l10n.t('Make “{0}” optional', field.name), {
          range: { start: last, end: last },
          text: '?',
        });
  return [
    {
      message: l10n.t('{0} of the last {1} minutes have no “{2}”', count, of, field.name),
      range: field.range,
      related: [],
      fixes: fix === null ? [] : [fix],
    },
  ];
}

/** What changes a template is never made without being asked for. */
export function repair(title: string, ...edits: readonly (TextEdit | null)[]): Fix | null {
  const own = edits.flatMap((edit) => edit ?? []);
  return own.length === 0 ? null : { title, safe: false, isChoice: true, edits: own };
}
