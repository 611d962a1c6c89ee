import type { WrittenMinutes } from './outline-minutes.ts';
import type { ModelTemplate } from './outline-model.ts';
import { pick, type Random } from './random.ts';

/** What minutes say below the title where their meeting was not held. */
const notices = [
  'Canceled due to lack of agenda.',
  'We did not meet this week.',
  'Nothing to talk about, so the call is cancelled.',
  '**No meeting today**',
  '## Meeting cancelled',
  '### No meeting this week',
  '> Cancelled, there are too few of us.',
  '- The call is cancelled',
];

/** Returns minutes as a group would leave them where the meeting was not held: the title, where the template has one, and a notice. */
export function cancelMinutes(
  { sections: [titleModel, ...others] }: ModelTemplate,
  minutes: WrittenMinutes,
  hasTitle: boolean,
  random: Random,
): WrittenMinutes {
  const [first] = minutes.sections;
  const notice = pick(notices, random);
  const below = (text: string): string => (text === '' ? notice : `${text}\n\n${notice}`);
  if (!hasTitle || first === undefined || first.model !== titleModel) {
    return { ...minutes, start: below(minutes.start), sections: [] };
  }
  const title = { ...first, children: [], body: first.lines.join('\n\n') };
  // Beside other sections at the level of the title, a title with more words may be one of them, of any text.
  const cancelled =
    others.length === 0 && random() < 0.3
      ? { ...title, content: `${title.content} - cancelled` }
      : { ...title, body: below(title.body) };
  return { ...minutes, sections: [cancelled] };
}
