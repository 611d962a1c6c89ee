import * as l10n from '@vscode/l10n';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { IndexedMinutes } from '../meetings/indexed-minutes.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import type { Template } from '../template/template.ts';
import { formatDate } from '../text/calendar-date.ts';
import { isWholeDay } from '../text/partial-date.ts';
import { minutesToHtml } from './html/minutes-to-html.ts';

/** Minutes as a mail. */
export interface MinutesMail {
  readonly subject: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly text: string;
  /** HTML whose tables have their looks with them, as mail programs need it. */
  readonly html: string;
  /** The same without looks, for a page with a style sheet. */
  readonly page: string;
}

/** Returns minutes as a mail: the whole of them, or only what was decided and promised. */
export function minutesMail(
  text: string,
  minutes: IndexedMinutes,
  template: Template,
  parts: 'all' | 'record',
): MinutesMail {
  const { mail } = template.options;
  const source = parts === 'all' ? withoutComments(text) : recordText(minutes);
  const page = toHtml([...htmlOf(source)]);
  return {
    subject: subjectOf(mail.subject, minutes, template),
    to: mail.to,
    cc: mail.cc,
    text: `${source.trim()}\n`,
    page,
    html: `<!doctype html>\n${toHtml([...withLooks(htmlOf(source))])}\n`,
  };
}

/** Front matter and comments are for programs and authors. */
function withoutComments(text: string): string {
  return text
    .replace(/^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/, '')
    .replace(/^[ \t]*<!--[^]*?-->[ \t]*\r?\n/gm, '')
    .replace(/[ \t]*<!--[^]*?-->/g, '');
}

function recordText({ title, date, record }: IndexedMinutes): string {
  const decisions = record.decisions.map(({ text, number }) =>
    number === null ? `- ${text}` : `- ${number}: ${text}`,
  );
  const actions = record.actions.map(({ owners, text, due, done }) => {
    const names = owners.map(({ name }) => name).join(', ');
    const day = due === null ? '' : ` (${l10n.t('due {0}', due)})`;
    return `- [${done ? 'x' : ' '}] ${names === '' ? '' : `**${names}**: `}${text}${day}`;
  });
  return [
    `# ${title ?? date ?? l10n.t('Minutes')}`,
    ...(decisions.length === 0 ? [] : [`## ${l10n.t('Decisions')}`, decisions.join('\n')]),
    ...(actions.length === 0 ? [] : [`## ${l10n.t('Actions')}`, actions.join('\n')]),
    ...(decisions.length + actions.length === 0
      ? [l10n.t('Nothing was decided or promised.')]
      : []),
  ].join('\n\n');
}

function htmlOf(source: string): readonly ElementContent[] {
  const minutes = readMinutes(parseMarkdown(source));
  return minutesToHtml(minutes, (address) =>
    /^(?:https?:|mailto:)/i.test(address) ? address : null,
  );
}

const looks: Readonly<Record<string, string>> = {
  table: 'border-collapse: collapse',
  th: 'border: 1px solid #999; padding: 4px 8px; text-align: left',
  td: 'border: 1px solid #999; padding: 4px 8px; vertical-align: top',
  pre: 'background: #f4f4f4; padding: 8px',
  blockquote: 'border-left: 3px solid #999; margin-left: 0; padding-left: 12px',
};

/** Mail programs drop boxes and style sheets: a box becomes a sign, and a table keeps its lines. */
function withLooks(tree: readonly ElementContent[]): readonly ElementContent[] {
  const root = { type: 'root' as const, children: [...tree] };
  visit(root, 'element', (element, index, parent) => {
    const style = looks[element.tagName];
    if (style !== undefined) element.properties.style = style;
    if (element.tagName === 'input' && parent !== undefined && index !== undefined) {
      const value = element.properties.checked === true ? '☑' : '☐';
      parent.children[index] = { type: 'text', value };
    }
  });
  return root.children;
}

/** Returns the template's subject with the day of the meeting and its title filled in; else the title. */
function subjectOf(
  subject: string | null,
  { title, date, id }: IndexedMinutes,
  { options }: Template,
): string {
  const name = title ?? date ?? id.slice(id.lastIndexOf('/') + 1);
  if (subject === null) return name;
  return placeholdersIn(subject).reduceRight((text, { placeholder, start, end }) => {
    const isKnown = placeholder.name === 'date' && date !== null && isWholeDay(date);
    const value = isKnown
      ? formatDate(date, placeholder.format ?? 'YYYY-MM-DD', options.placeholders.locale)
      : placeholder.name === 'text'
        ? name
        : null;
    return value === null ? text : text.slice(0, start) + value + text.slice(end);
  }, subject);
}
