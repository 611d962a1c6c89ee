import fc from 'fast-check';
import { arbitraryPlace } from './arbitrary-markdown.ts';
import { presets } from '../../server/src/core/template/presets.ts';

/** Templates that minutes are checked against: one that uses the whole language, and the presets. */
export const templates: readonly string[] = [
  `---
minutes-template: 1
name: Harbour call
file-name: "{date}-harbour.md"
roster:
  - name: Crane
    leads: [Ada Quill]
  - name: Tide Gauge
    leads: [Bo Reed, Cy Marsh]
    status: incubating
---

# Harbour call {date}

## Agenda

- Team updates
- Roadmap
- Decisions

## Team updates

### {team} ({status?}) - {lead}

- [add updates here]

## Roadmap

| When | What |
| --- | --- |
| Now | |
| Next | |
| Later | |

## Decisions <!-- alias: Resolutions -->

## Any other business <!-- optional -->
`,
  '# {text}\n\n## {date}\n\n### Notes\n\n### Actions\n\n- [ ] {person}: {text}\n',
  ...presets.map(({ text }) => text),
];

/** Minutes in which nothing is wrong, each for the template at the same place. */
export const completeMinutes: readonly string[] = [
  `# Harbour call 2018-06-26

## Agenda

- Team updates
- Roadmap
- Decisions

## Team updates

### Crane - Ada Quill

- Painted the jib
- Ordered rope
  - 40 m, blue

### Tide Gauge (incubating) - Bo Reed, Cy Marsh

- Read the level every hour

#### \`gauge-release\`

- v1.2

## Roadmap

| When | What |
| --- | --- |
| Now | Crane: new brakes |
|  | Tide Gauge: cable |
| Next | Lights |
| Later | A second crane |

## Decisions

- We buy the rope
`,
  '# Any day\n\n## 2018-06-26\n\n### Notes\n\nRain.\n\n### Actions\n\n- [ ] Ada: mend the roof\n',
];

/** Lines as people write them well, and lines that trap parsers. */
const lines = [
  '# Harbour call 2018-06-26',
  '# Harbour call 2018-02-30',
  '# Harbour call YYYY-MM-DD',
  '# Some other title',
  '## Agenda',
  '- Team updates',
  '- Decision',
  '* Roadmap',
  '## Team updates',
  '## Team update',
  '### Crane - Ada Quill',
  '### Crane – Ada Quill',
  '### Tide Gauge (incubating) - Bo Reed / Cy Marsh',
  '### Tide Gauge (Bo Reed)',
  '### Lighthouse - (vacant)',
  '### Lighthouse',
  '### [Crane](http://example.com) - ~~Ada~~ Bo',
  '#### `crane-release`',
  '# New Features',
  '## Few Accomplishments',
  '## Roadmap',
  '## Raodmap',
  '# Roadmap',
  '| When | What |',
  '| --- | --- |',
  '|---|',
  '| Now | a |',
  '| | b |',
  '||',
  '| Later | c | d |',
  '| Next | [x|y](http://example.com) |',
  '| Whenever | e |',
  '## Decisions',
  '## Decisions ##',
  '## Resolutions <!-- kept -->',
  '### Decisions',
  '## Any other business',
  '## Something of our own',
  'Plain text about nothing.',
  'Text before an underline',
  '---',
  '===',
  '- ',
  '-',
  '  - nested item',
  '1. ordered',
  '- [ ] Ada: paint the buoy',
  '- [add updates here]',
  '[add updates here]',
  'TBD',
  '<<<<<<< ours',
  '=======',
  '>>>>>>> theirs',
  '```',
  '~~~~ text',
  '    indented code',
  '<div>',
  '</div>',
  '<!-- a comment',
  '-->',
  '<!-- minutes-template: Harbour call -->',
  '> quoted',
  '> ## Quoted heading',
  '###No space',
  '####### Seven',
  '#',
  '##',
  '[ https://example.com/a[b',
  '[[ www.example.com ]( https://example.com',
  '[ref]: http://example.com "title"',
  '[ref] and [ref][] and [text][ref]',
  '*emphasis **strong* mixed**',
  '`code with # heading`',
  '\\# escaped \\| pipe',
  '&amp; &#35; &nope;',
  'tab\there\t',
  'words of KÃ¶per and of Bjorn',
  'a C1 control: StraÃ\u009fe, Ã\u0081, \u0085',
  '[half a character](\uD800.md) and ![half](a\uDC00b) and <https://example.com/\uD83D>',
  '\t- tab indented',
  'non\u00A0breaking\u00A0space',
  'emoji 👩‍🚀 and e\u0301 and \u202Ertl\u202C',
  'zero\u0000byte \uFFFD \uFEFF',
  '{team} {date} {text}',
  '',
  '',
  '',
];

/** Markdown that looks like minutes, made of awkward lines, any text, and chosen line endings. */
export const arbitraryMinutes: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
    ),
    { maxLength: 40 },
  )
  .map((chosen) => chosen.join('\n'));

const punctuation = Array.from('#-|<!>=`~*_[]()\\ \t\n\r\u0000\uD800{}:a1');

/** Any text: whatever UTF-16 can hold. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...punctuation),
    maxLength: 120,
  }),
);

/** A text that is one of the given, with some spans cut out, doubled or exchanged. */
export function arbitraryMutation(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      text: fc.constantFrom(...texts),
      cuts: fc.array(
        fc.record({
          at: arbitraryPlace,
          length: fc.nat(30),
          insert: fc.oneof(fc.constant(''), fc.constantFrom(...lines), fc.string({ maxLength: 5 })),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ text, cuts }) =>
      cuts.reduce((mutated, { at, length, insert }) => {
        const start = Math.floor(at * mutated.length);
        return mutated.slice(0, start) + insert + mutated.slice(start + length);
      }, text),
    );
}
