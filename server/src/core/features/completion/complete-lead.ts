import { updatesOf } from '../../meetings/roster-over-time.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers a team's possible leads after its dash or in its bracket, the last lead first, and its status before that. */
export function completeLead(place: CompletionPlace): readonly Completion[] {
  const depth = /^(#{1,6})[ \t]+\S/.exec(place.typed)?.[1]?.length ?? 0;
  const teams = allSections(place.template).filter(
    (section) => section.depth === depth && section.team !== null,
  );
  const help = teams.find((section) => section.help !== null)?.help ?? null;
  return itemsFor(place, teams, depth).map((item) => ({ ...item, help }));
}

function itemsFor(
  place: CompletionPlace,
  teams: readonly TemplateSection[],
  depth: number,
): readonly Completion[] {
  const { template, typed, offset } = place;
  const shapes = teams.flatMap(({ team }) => team ?? []);
  const content = typed.slice(depth).trimStart();
  if (shapes.some(({ form }) => form === 'dash')) {
    const lead = /^(.*\S)\s+[-–—]\s*([^-–—()]*)$/.exec(content);
    if (lead !== null) return leadItems(place, nameOf(lead[1] ?? ''), lead[2] ?? '');
    const status = /^.*\S\s+\(([^()]*)$/.exec(content);
    return status === null
      ? []
      : statusItems(template.options.placeholders.statuses, status[1] ?? '', offset);
  }
  const bracket = /^(.*\S)\s+\(([^()]*)$/.exec(content);
  return bracket === null || !shapes.some(({ form }) => form === 'bracket')
    ? []
    : leadItems(place, nameOf(bracket[1] ?? ''), bracket[2] ?? '');
}

function nameOf(before: string): string {
  return before.replace(/\s*\([^()]*\)\s*$/, '').trim();
}

function leadItems(place: CompletionPlace, team: string, written: string): Completion[] {
  const { roster, history, offset, typed } = place;
  const key = normalizeText(team);
  const before = updatesOf(key, history.series)
    .map(({ team: { heading } }) => heading.leads.join('/'))
    .reverse();
  const own = (roster?.teams ?? [])
    .filter(({ name }) => normalizeText(name) === key)
    .map(({ leads }) => leads.join('/'))
    .reverse();
  const others = (roster?.teams ?? []).flatMap(({ leads }) => leads);
  const likely = [...before, ...own].filter((lead) => lead !== '');
  const leads = [...new Set([...likely, ...others])];
  const space = written === '' && /[-–—]$/.test(typed) ? ' ' : '';
  return leads.map((lead) => ({
    kind: 'lead',
    label: lead,
    detail: likely.includes(lead) ? team : '',
    help: null,
    range: { start: offset - written.length, end: offset },
    text: space + lead,
    snippet: null,
  }));
}

function statusItems(statuses: readonly string[], written: string, offset: number): Completion[] {
  return statuses.map((status) => ({
    kind: 'status',
    label: status,
    detail: '',
    help: null,
    range: { start: offset - written.length, end: offset },
    text: status,
    snippet: null,
  }));
}
