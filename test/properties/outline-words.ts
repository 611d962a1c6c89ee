import type { FieldForm } from './outline-fields.ts';
import type { Body, ModelTeam } from './outline-model.ts';

/** Names that are no slips of each other, with all that headings hold. */
export const names = [
  'Agenda',
  'Decisions',
  'Roadmap of the year',
  'Attendees',
  'Beschlüsse',
  'Решения',
  'Αποφάσεις',
  '次のステップ',
  'עדכונים',
  'C++',
  'C',
  'Goals for Q2',
  'Next steps',
  'Next Two Weeks',
  '[Recording](https://example.org/v "Film")',
  '![Logo](logo.png) Sponsors',
  '👥 Guests',
  '🟢 Done',
  '🔴 Done',
  '`std::map` news',
  '**Bold** topics',
  '*Emphatic* matters',
  'Housekeeping:',
  'What went well?',
  'R&D and more',
  'Open & closed questions',
  'Don’t forget',
  '1. Opening',
  'Über uns',
  'Old ~~and new~~ business',
  'News from <kbd>main</kbd>',
  'Milestones!',
];

/** Other names of sections, with placeholders or none. */
export const aliases = [
  'Resolutions',
  'Rückblick',
  'Participants',
  'Other business',
  'Chapter {number}',
  'Notes by {person}',
  'Review of {date:MMMM D}',
];

/** Headings with a word and a placeholder. */
export const named = [
  'Talk {text}',
  'Item {number}',
  'Guest: {person}',
  'Call {date}',
  'Part {number} of {number}',
  'Notes of {date:MMMM D}',
  'Follow-up on {day:dddd, D MMMM YYYY}',
  'Room {room}',
  'Ticket {ticket}',
  'Session ({text?})',
  '{weekday} round',
];

/** Headings of teams. */
export const teamForms = [
  '{team} ({status?}) - {lead}',
  '{team} ({status?}) - {lead}',
  '{team} – {lead}',
  '{team} ({lead})',
];

/** Forms in which a template shows teams by example, and the teams that it shows. */
export const exampleForms = ['{team} - {lead}', '{team} ({lead})'];
export const exampleTeams: readonly ModelTeam[] = [
  { name: 'Cordage', lead: 'Ed Finch', status: null },
  { name: 'Rigging Loft', lead: 'Flo Marten', status: null },
];

/** Titles besides the usual one. */
export const titles = [
  '{text}',
  'Call {number}',
  'Meeting notes',
  '🚀 Launch call – {date:MMMM D, YYYY}',
  '{date:dddd, D MMMM YYYY}',
  'Weekly {date:MM/DD/YYYY} in {room}',
  '[Weekly](https://example.org/w) {date:D MMM YYYY}',
  'Weekly {date} ({text?})',
  'Call of {date:MMMM YYYY}',
];

/** All forms of a day. */
export const dateFormats = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'YY-MM-DD',
  'MMMM D, YYYY',
  'MMM D, YYYY',
  'MMMM Do, YYYY',
  'D MMMM YYYY',
  'D MMM YYYY',
  'D. MMMM YYYY',
  'dddd, D MMMM YYYY',
  'ddd, MMM Do YYYY',
  'MMMM D',
  '[on] D MMMM',
];

/** Lines that begin with a day. */
export const dateLines = [
  '{date:dddd, D MMMM YYYY} at noon',
  '{date}, in the hall',
  '{day:MMMM D, YYYY} is when we meet again',
];

/** Patterns of file names; `{date}` alone is that of a template without one, too. */
export const fileNames = [
  '{date}.md',
  '{date}-weekly.md',
  'minutes-{date:YYYYMMDD}.md',
  '{date:YYYY}/{date:MM-DD}.md',
  '{date:YYYY/MM/DD}.md',
  'notes_{date:D_MMMM_YYYY}.md',
];

/** How dates are written in front matter. */
export const frontMatterFormats = ['YYYY-MM-DD', 'D MMMM YYYY', 'YYYY/MM/DD'];

export const fieldLabels = [
  'Date',
  'Facilitator',
  'Note taker',
  'Room',
  'Recording',
  'Next meeting',
  'Ticket',
  'Протокол',
  'Ort und Zeit',
  'Scribe (rotating)',
];

export const fieldForms: readonly FieldForm[] = [
  'plain',
  'bold',
  'bold with colon',
  'item',
  'bold item',
  'task',
];

/** What fields ask for. */
export const fieldValues = [
  '{person}',
  '{person?}',
  '{text}',
  '{text?}',
  '{number}',
  '{url}',
  '{url?}',
  '{room}',
  '{room}, at noon',
  '{ticket}',
  '{date}',
  '{date:dddd, D MMMM YYYY}',
  '{day:MMMM D, YYYY}',
  '{day?}',
  '{person}, {person?}',
  '',
];

export const bodies: readonly Body[] = ['nothing', 'nothing', 'text', 'list', 'open', 'table'];

/** Texts that nothing else is. */
export const values = [
  'Sails and ropes',
  'Harbor dues',
  'the pier',
  'Новый причал',
  '船の話',
  'Why we meet',
  'a [map](https://example.org/m) of *it*',
];

export const people = ['Kim Vale', 'Robin Sand', 'Jo', 'Ærin Øst'];

export const addresses = [
  'https://example.org/v/1',
  '<https://example.org/v/2>',
  '[film](https://example.org/v/3 "Film")',
];

/** What minutes write below their headings. */
export const texts = [
  '',
  'It was discussed.',
  '- A boat came in\n- Another left',
  '1. First\n2. Second',
  'Yes.\n\nNo.',
  '> A quote\n\n![A chart](chart.png "Chart") and a note.[^1]\n\n[^1]: From the log.',
  '- [x] Paint the buoy\n- [ ] Order rope',
  '```\n# no heading\n```',
  '- The order of rope was cancelled\n- Canceled ✅',
  '> The next call is cancelled.',
];

/** A table as the template has it, filled in. */
export const filledTable = 'When | What\n--- | ---\n*Now* | Paint the hull\n*Later* | Sail away';

/** Headings that no template has. */
export const asides = ['A longer aside', 'Something else', 'Background', 'Cancelled orders'];
